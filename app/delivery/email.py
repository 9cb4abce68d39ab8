"""E-mail through an SMTP server, with TLS checked or not at all."""

from __future__ import annotations

import asyncio
import re
import ssl
import unicodedata
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import localtime
from typing import Literal

import aiosmtplib

from app.core.contact import ContactError, ascii_email
from app.delivery.message import DeliveryFailed, Message, sendable

_REFERENCE = re.compile(r"[A-Za-z0-9._-]{1,64}")
STEPS = 3
"""The whole delivery may take this many time-outs; each step (connect, TLS, log on, hand over) has one."""


@dataclass(frozen=True)
class SmtpServer:
    """Where e-mail is handed over. `ca_file` holds the CAs that are trusted; empty means the system's.

    Raises ValueError where a password would travel unprotected.
    """

    host: str
    port: int = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
    timeout_s: float = 10

    def __post_init__(self) -> None:
        if self.user and self.tls == "none":
            raise ValueError("an SMTP password is sent over TLS only")


class EmailGateway:
    """Sends plain text in UTF-8 from one sender, whose display name is the service's."""

    def __init__(self, server: SmtpServer, *, sender: str, sender_name: str) -> None:
        self._server = server
        self._sender = Address(display_name=sender_name, addr_spec=ascii_email(sender))
        self._tls = None
        if server.tls != "none":
            self._tls = ssl.create_default_context(cafile=server.ca_file or None)

    async def send(self, message: Message) -> None:
        """Hand the e-mail over. Raises DeliveryFailed; permanent only where recipient or text is refused."""
        mail = self._mail(message)
        try:
            async with asyncio.timeout(STEPS * self._server.timeout_s):
                await self._hand_over(mail)
        except aiosmtplib.SMTPRecipientsRefused as error:
            raise _refused(error.recipients[0].code) from None
        except (aiosmtplib.SMTPRecipientRefused, aiosmtplib.SMTPDataError) as error:
            raise _refused(error.code) from None
        except aiosmtplib.SMTPResponseException as error:
            # Log-on, sender or greeting refused: the operator's fault to mend, not the recipient's.
            raise DeliveryFailed(f"smtp answered {error.code}", permanent=False) from None
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            raise DeliveryFailed(f"smtp failed: {type(error).__name__}", permanent=False) from None

    async def _hand_over(self, mail: EmailMessage) -> None:
        server = self._server
        await aiosmtplib.send(
            mail,
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            timeout=server.timeout_s,
            use_tls=server.tls == "tls",
            start_tls=server.tls == "starttls",  # True: a server without STARTTLS gets nothing
            tls_context=self._tls,
        )

    def _mail(self, message: Message) -> EmailMessage:
        _refuse_injection(message)
        try:
            recipient = ascii_email(message.recipient)
        except ContactError as error:
            raise DeliveryFailed(f"the recipient is no e-mail address: {error.code}", permanent=True) from None
        mail = EmailMessage(policy=SMTP_POLICY)
        mail["From"] = self._sender
        mail["To"] = Address(addr_spec=recipient)
        mail["Subject"] = message.subject
        mail["Date"] = localtime()
        # The same at every try, so that a double is dropped on the way (RFC 5322, 3.6.4).
        mail["Message-ID"] = f"<{message.reference}@{self._sender.domain}>"
        mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
        mail.set_content(sendable(message.body), charset="utf-8", cte="quoted-printable")
        mail["Content-Language"] = message.lang  # last: set_content drops every Content header before it
        return mail


def _refuse_injection(message: Message) -> None:
    """No control character may reach a header: a line break there would start another header."""
    if not _REFERENCE.fullmatch(message.reference):
        raise DeliveryFailed("the reference is malformed", permanent=True)
    for mark in message.subject + message.lang:
        if unicodedata.category(mark) in ("Cc", "Cs", "Zl", "Zp"):
            raise DeliveryFailed("a control character in a header", permanent=True)


def _refused(code: int) -> DeliveryFailed:
    return DeliveryFailed(f"smtp answered {code}", permanent=500 <= code < 600)
