"""Which ways of sending there are, by the settings."""

from typing import get_args

from app.delivery.call import CallGateway
from app.delivery.email import EmailGateway, SmtpServer
from app.delivery.endpoint import Endpoint
from app.delivery.mailbox import MailboxGateway
from app.delivery.message import Channel, Gateway
from app.delivery.sms import SmsGateway
from app.settings import Settings


def gateways_from(settings: Settings) -> dict[str, Gateway]:
    """A gateway for each channel that is set up; in the demo the mailbox for all of them.

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
    if settings.call_url:
        voice = Endpoint(settings.call_url, settings.call_token, timeout_s=timeout_s)
        gateways["call"] = CallGateway(voice, caller=settings.call_from)
    return gateways


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
