"""What a trunk may do to a call: ask for a password, lose a packet, say a thing twice, answer too late."""

import asyncio
import hashlib
import random
import re

import pytest
from aiosipua import SipRequest, SipResponse

from app.delivery.message import DeliveryFailed
from app.delivery.sip import SipCalls, Tempo
from app.delivery.trunk import Trunk
from tools.telephone import Telephone

USER, PASSWORD, REALM, NONCE = "portal", "en lang hemmelighed", "trunk", "n0nce"
QUICK = Tempo(listen_s=0.05, longest_s=5, frame_s=0.0005)


class Exchange(Telephone):
    """A telephone behind a trunk that notes every request, and can ask for a password, lose and repeat."""

    def __init__(self, manner="answers", *, challenge=0, lose=(), repeat=(), registers=True):
        super().__init__(manner)
        self.challenge, self.registers = challenge, registers
        self.lose, self.repeat = list(lose), list(repeat)
        self.requests = []

    async def __aenter__(self):
        await super().__aenter__()
        self.pass_on, self.transport.on_message = self.transport.on_message, self.received
        return self

    @property
    def methods(self):
        return [request.method for request in self.requests]

    def received(self, message, source):
        if not isinstance(message, SipRequest):
            return self.pass_on(message, source)
        self.requests.append(message)
        if message.method in self.lose:
            return self.lose.remove(message.method)
        if message.method == "REGISTER":
            return self.answer(message, 200 if self.registers and self.knows(message) else self.refusal(message))
        if message.method == "INVITE" and self.challenge and not self.knows(message):
            for _ in range(2 if "challenge" in self.repeat else 1):
                self.answer(message, self.challenge)
            return None
        return self.pass_on(message, source)

    def refusal(self, message):
        return 403 if self.credentials(message) else 401

    def credentials(self, message):
        return message.get_header("Authorization") or message.get_header("Proxy-Authorization")

    def knows(self, message):
        """Whether the request proves the password (RFC 7616, without qop)."""
        given = dict(re.findall(r'(\w+)="?([^",]+)"?', self.credentials(message) or ""))
        own = hashlib.md5(f"{USER}:{REALM}:{PASSWORD}".encode()).hexdigest()
        asked = hashlib.md5(f"{message.method}:{message.uri}".encode()).hexdigest()
        return given.get("response") == hashlib.md5(f"{own}:{NONCE}:{asked}".encode()).hexdigest()

    def answer(self, request, status):
        response = SipResponse(status_code=status, reason_phrase="So")
        for via in request.get_header_values("via"):
            response.add_header("Via", via)
        for name in ("From", "Call-ID", "CSeq"):
            response.set_header(name, request.get_header(name))
        response.set_header("To", f"{request.get_header('To')};tag=t1")
        if status in (401, 407):
            name = "WWW-Authenticate" if status == 401 else "Proxy-Authenticate"
            response.set_header(name, f'Digest realm="{REALM}", nonce="{NONCE}", algorithm=MD5')
        self.transport.send_reply(response)


@pytest.fixture
def call(message):
    """Calls through the exchange; nobody presses 1 there, so a call that was answered fails with that."""

    def place(exchange, *, steps=None, **trunk):
        async def run():
            async with exchange:
                port = random.randrange(31_000, 40_000, 2)
                if trunk.get("registrar"):
                    trunk["registrar"] = exchange.uri
                way = Trunk(**({"uri": exchange.uri, "caller": "", "ring_s": 1, "wait_s": 2} | trunk))
                sending = SipCalls(way, ports=(port, port + 20), tempo=QUICK).send(
                    message(channel="call", recipient="+4534412331", body="407315")
                )
                with pytest.raises(DeliveryFailed) as failed:
                    await asyncio.gather(sending, *([steps(exchange)] if steps else []))
                return failed.value.reason

        return asyncio.run(run())

    return place


@pytest.mark.parametrize("status", [401, 407])
def test_the_trunk_is_told_the_password_and_each_refusal_is_acknowledged(call, status):
    exchange = Exchange(challenge=status, repeat=["challenge"])
    assert call(exchange, user=USER, password=PASSWORD) == "nobody pressed 1"
    assert exchange.methods.count("ACK") == 3, "two for the two refusals, one for the answer"
    assert exchange.methods.count("INVITE") == 2
    assert exchange.methods[-1] == "BYE"
    first, refused = exchange.requests[0], exchange.requests[1]
    assert (refused.via[0].branch, refused.uri) == (first.via[0].branch, first.uri)
    assert PASSWORD not in "".join(request.serialize() for request in exchange.requests)


@pytest.mark.parametrize(("user", "password"), [("", ""), (USER, "wrong")])
def test_a_wrong_password_is_ours_to_mend(call, user, password):
    exchange = Exchange(challenge=407)
    assert call(exchange, user=user, password=password) == "the trunk answered 407"
    assert "BYE" not in exchange.methods


@pytest.mark.parametrize("method", ["INVITE", "BYE"])
def test_what_is_lost_is_sent_again(call, method):
    exchange = Exchange(lose=[method])
    assert call(exchange) == "nobody pressed 1"
    assert exchange.methods.count(method) == 2


def test_it_registers_for_the_length_of_the_call(call):
    exchange = Exchange()
    assert call(exchange, registrar="sip:exchange", user=USER, password=PASSWORD) == "nobody pressed 1"
    registered = [request for request in exchange.requests if request.method == "REGISTER"]
    assert exchange.methods.index("REGISTER") < exchange.methods.index("INVITE")
    assert [request.get_header("Expires") for request in registered] == ["600", "600", "0", "0"]


def test_a_registrar_that_says_no(call):
    exchange = Exchange(registers=False)
    reason = call(exchange, registrar="sip:exchange", user=USER, password=PASSWORD)
    assert reason == "the registrar answered 403"
    assert "INVITE" not in exchange.methods


def test_an_answer_that_crosses_the_cancel_is_ended(call):
    """The telephone is taken off the hook just when we give up: the line must not stay open."""

    class Late(Exchange):
        def received(self, message, source):
            if isinstance(message, SipRequest) and message.method == "CANCEL":
                self.requests.append(message)
                self.answer(message, 200)
                task = asyncio.create_task(self._answer(self._call))
                self._tasks.add(task)
                return None
            return super().received(message, source)

    async def ended(exchange):
        await asyncio.wait_for(exchange.ended.wait(), 5)

    exchange = Late("rings")
    assert call(exchange, steps=ended, ring_s=0.2) == "nobody answered the call"
    assert exchange.methods == ["INVITE", "CANCEL", "ACK", "BYE"]


def test_requests_in_the_call_go_where_the_answer_says(call):
    exchange = Exchange()
    call(exchange)
    host, port = exchange.transport.local_addr
    assert exchange.requests[-1].method == "BYE"
    assert exchange.requests[-1].uri == f"sip:{host}:{port}"


@pytest.mark.parametrize("uri", ["", "trunk.example.dk", "sip:", "sips:trunk.example.dk", "https://trunk.example.dk"])
def test_a_trunks_address_is_checked_at_the_start(uri):
    with pytest.raises(ValueError, match="sip:host"):
        Trunk(uri, "")


def test_the_password_shows_in_no_repr():
    assert PASSWORD not in repr(Trunk("sip:trunk.example.dk", "", password=PASSWORD))
