"""E-mail, handed to a real SMTP server with STARTTLS, with TLS from the start, and without."""

import asyncio
import email
import email.policy
import socket
import ssl
import threading
import time

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from app.delivery.email import EmailGateway, SmtpServer
from app.delivery.message import DeliveryFailed


class Postbox:
    """Keeps what comes in; says `answers` to a recipient and to the text where they are set."""

    def __init__(self) -> None:
        self.envelopes, self.secure = [], []
        self.to_recipient = self.to_text = ""

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.secure.append(session.ssl is not None)
        self.envelopes.append(envelope)
        return self.to_text or "250 OK"


def text_of(seen) -> str:
    return seen.get_content().replace("\r\n", "\n")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def serve():
    running = []

    def start(**options):
        post = Postbox()
        controller = Controller(post, hostname="127.0.0.1", port=free_port(), **options)
        controller.start()
        running.append(controller)
        return post, controller.port

    yield start
    for controller in running:
        controller.stop()


def gateway(port, **options):
    defaults = {"host": "localhost", "tls": "none", "timeout_s": 5}
    server = SmtpServer(port=port, **(defaults | options))
    return EmailGateway(server, sender="noreply@example.dk", sender_name="Overgang, færgen")


def failure(sender, message) -> DeliveryFailed:
    with pytest.raises(DeliveryFailed) as failed:
        asyncio.run(sender.send(message))
    return failed.value


@pytest.fixture
def mail(message):
    def make(**changed):
        return message(
            **({"channel": "email", "recipient": "mette@example.dk", "body": "Kære Mette\n\nKode: 123456"} | changed)
        )

    return make


def test_an_email_arrives_whole(serve, mail):
    post, port = serve()
    asyncio.run(gateway(port).send(mail(subject="Din kode på æ, ø og å", body="Kære Søren\n\n.\nKode: 123456")))
    (envelope,) = post.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("noreply@example.dk", ["mette@example.dk"])
    seen = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert seen["Subject"] == "Din kode på æ, ø og å"
    assert seen["From"].addresses[0].display_name == "Overgang, færgen"
    assert seen["To"] == "mette@example.dk"
    assert seen["Message-ID"] == "<0f3a@example.dk>"
    assert seen["Auto-Submitted"] == "auto-generated"
    assert seen["Content-Language"] == "da"
    assert seen["Date"].datetime.tzinfo is not None
    assert seen.get_content_type() == "text/plain"
    assert text_of(seen) == "Kære Søren\n\n.\nKode: 123456\n"
    assert b"=0D" not in envelope.content
    assert envelope.content.isascii()


def test_starttls_with_a_trusted_certificate_and_a_password(serve, authority, mail):
    known = []

    def authenticator(server, session, envelope, mechanism, data):
        known.append((data.login, data.password))
        return AuthResult(success=data.password == b"rigtig", handled=False)

    post, port = serve(
        tls_context=authority.server, require_starttls=True, authenticator=authenticator, auth_required=True
    )
    options = {"tls": "starttls", "ca_file": authority.ca_file, "user": "portal"}
    asyncio.run(gateway(port, password="rigtig", **options).send(mail()))
    assert known == [(b"portal", b"rigtig")]
    assert post.secure == [True]
    failed = failure(gateway(port, password="forkert", **options), mail())
    assert not failed.permanent
    assert failed.reason == "smtp answered 535"
    assert len(post.envelopes) == 1


def test_tls_from_the_start(serve, authority, mail):
    post, port = serve(ssl_context=authority.server)
    asyncio.run(gateway(port, tls="tls", ca_file=authority.ca_file).send(mail()))
    assert len(post.envelopes) == 1


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_an_untrusted_certificate_gets_nothing(serve, authority, mail, tls):
    context = {"tls_context": authority.server} if tls == "starttls" else {"ssl_context": authority.server}
    post, port = serve(**context)
    assert not failure(gateway(port, tls=tls), mail()).permanent
    assert post.envelopes == []


def test_a_certificate_of_another_name_gets_nothing(serve, authority, mail):
    post, port = serve(tls_context=authority.server)
    assert not failure(gateway(port, host="127.0.0.2", tls="starttls", ca_file=authority.ca_file), mail()).permanent
    assert post.envelopes == []


def test_a_server_without_starttls_gets_nothing_where_it_is_asked_for(serve, mail):
    post, port = serve()
    assert not failure(gateway(port, tls="starttls"), mail()).permanent
    assert post.envelopes == []


def test_a_password_is_never_sent_unprotected():
    with pytest.raises(ValueError, match="TLS"):
        SmtpServer("localhost", tls="none", user="portal", password="rigtig")
    assert "rigtig" not in repr(SmtpServer("localhost", user="portal", password="rigtig"))


@pytest.mark.parametrize(("answer", "permanent"), [("550 unknown", True), ("450 later", False), ("552 full", True)])
def test_a_refused_recipient_or_text_is_permanent_where_the_server_says_so(serve, mail, answer, permanent):
    post, port = serve()
    for place in ("to_recipient", "to_text"):
        setattr(post, place, answer)
        failed = failure(gateway(port), mail())
        assert (failed.permanent, failed.reason) == (permanent, f"smtp answered {answer[:3]}")
        setattr(post, place, "")


def test_a_server_that_never_greets_is_left(mail):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        threading.Thread(target=silent.accept, daemon=True).start()
        started = time.monotonic()
        assert not failure(gateway(silent.getsockname()[1], host="127.0.0.1", timeout_s=0.3), mail()).permanent
        assert time.monotonic() - started < 2


def test_nobody_at_the_address_is_a_temporary_failure(mail):
    assert not failure(gateway(free_port()), mail()).permanent


@pytest.mark.parametrize(
    "changed",
    [
        {"subject": "Kode\r\nBcc: tyv@example.dk"},
        {"subject": "Kode\nBcc: tyv@example.dk"},
        {"subject": "Kode\u2028Bcc: tyv@example.dk"},
        {"subject": "Kode\x00"},
        {"recipient": "mette@example.dk\r\nRCPT TO:<tyv@example.dk>"},
        {"recipient": "mette@example.dk, tyv@example.dk"},
        {"recipient": "mette@example.dk> <tyv@example.dk"},
        {"recipient": "+4520123456"},
        {"recipient": ""},
        {"lang": "da\r\nBcc: tyv@example.dk"},
        {"reference": "1>\r\nBcc: tyv@example.dk"},
        {"reference": ""},
    ],
)
def test_nothing_can_be_put_into_the_headers(serve, mail, changed):
    post, port = serve()
    failed = failure(gateway(port), mail(**changed))
    assert failed.permanent
    assert "tyv" not in failed.reason
    assert post.envelopes == []


@pytest.mark.parametrize(
    "body", ["", "a\r\nb", "x" * 5000, "QUIT\r\n.\r\nMAIL FROM:<tyv@example.dk>", "nul\x00 \u202e"]
)
def test_any_text_is_a_text_and_no_command(serve, mail, body):
    post, port = serve()
    asyncio.run(gateway(port).send(mail(body=body)))
    (envelope,) = post.envelopes
    assert envelope.mail_from == "noreply@example.dk"
    seen = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert text_of(seen).rstrip("\n") == body.replace("\r\n", "\n")
    assert max(map(len, envelope.content.splitlines())) <= 998


def test_half_a_character_does_not_stop_an_email(serve, mail):
    post, port = serve()
    asyncio.run(gateway(port).send(mail(body="Kode \ud800 123456")))
    assert b"Kode ? 123456" in post.envelopes[0].content


def test_a_danish_domain_is_sent_to_in_ascii(serve, mail):
    post, port = serve()
    asyncio.run(gateway(port).send(mail(recipient="mette@rødgrød.dk")))
    assert post.envelopes[0].rcpt_tos == ["mette@xn--rdgrd-vuad.dk"]


def test_a_wrong_ca_file_is_found_at_the_start(tmp_path):
    (tmp_path / "ca.pem").write_text("no certificate")
    with pytest.raises(ssl.SSLError):
        gateway(25, tls="tls", ca_file=str(tmp_path / "ca.pem"))
