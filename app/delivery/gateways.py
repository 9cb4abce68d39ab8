"""Which ways of sending there are, by the settings."""

from pathlib import Path
from typing import get_args

from app.delivery.call import CallGateway
from app.delivery.email import EmailGateway, SmtpServer
from app.delivery.endpoint import Endpoint
from app.delivery.letter import LetterGateway
from app.delivery.mailbox import MailboxGateway
from app.delivery.message import Channel, Gateway, Report
from app.delivery.sip import SipCalls
from app.delivery.sms import SmsGateway
from app.delivery.trunk import Trunk
from app.settings import Settings


def gateways_from(settings: Settings, report: Report | None = None) -> dict[str, Gateway]:
    """A gateway for each channel that is set up; in the demo the mailbox for all of them.

    `report` is told what recipients say of a message, where a gateway can hear it.

    Raises ValueError (ContactError for the sender) and OSError (the CA file) at the start, not at the first message.
    """
    if settings.demo:
        return dict.fromkeys(get_args(Channel), MailboxGateway())
    gateways: dict[str, Gateway] = {}
    if settings.smtp_host:
        gateways["email"] = _email(settings)
    timeout_s = settings.delivery_timeout_seconds
    if settings.sms_url:
        sms = Endpoint(settings.sms_url, settings.sms_token, timeout_s=timeout_s)
        gateways["sms"] = SmsGateway(sms, sender=settings.sms_from)
    if settings.sip_uri:
        gateways["call"] = _sip(settings, report)
    elif settings.call_url:
        voice = Endpoint(settings.call_url, settings.call_token, timeout_s=timeout_s)
        gateways["call"] = CallGateway(voice, caller=settings.call_from)
    if settings.letters_dir:
        gateways["letter"] = LetterGateway(Path(settings.letters_dir))
    return gateways


def _sip(settings: Settings, report: Report | None) -> SipCalls:
    trunk = Trunk(
        uri=settings.sip_uri,
        caller=settings.call_from,
        registrar=settings.sip_registrar,
        user=settings.sip_user,
        password=settings.sip_password,
        address=settings.sip_address,
        ring_s=settings.sip_ring_seconds,
        wait_s=settings.delivery_timeout_seconds,
    )
    return SipCalls(trunk, ports=(settings.sip_first_port, settings.sip_last_port), report=report)


def _email(settings: Settings) -> EmailGateway:
    server = SmtpServer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        tls=settings.smtp_tls,
        user=settings.smtp_user,
        password=settings.smtp_password,
        ca_file=settings.smtp_ca_file,
        timeout_s=settings.delivery_timeout_seconds,
    )
    return EmailGateway(server, sender=settings.mail_from, sender_name=settings.service_name)
