"""What is sent, and what every way of sending promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Channel = Literal["email", "sms", "call", "letter"]


@dataclass(frozen=True)
class Message:
    """One message to one person. `body` is the text; for a call it is the digits of the code to be spoken.

    `reference` is the outbox row's id: the same at every try, so that a gateway can drop a double. Who gets
    the message and what it says never show in a repr: it may end in a log.

    Of a letter `form` says how it is made (print, large, braille, audio), and `code` is what it must speak.
    """

    channel: Channel
    recipient: str = field(repr=False)
    subject: str = field(repr=False)
    body: str = field(repr=False)
    lang: str
    reference: str
    form: str = ""
    code: str = field(default="", repr=False)


def sendable(text: str) -> str:
    """The text with `?` for what UTF-8 cannot carry (half of a surrogate pair, as JSON may bring)."""
    return text.encode(errors="replace").decode()


class DeliveryFailed(Exception):
    """A message was not taken. `reason` may be logged: it holds no address, no text and no words of the other side.

    `permanent` is True where another try cannot help (the address does not exist); a fault of ours or the
    gateway's is not permanent, since it can be mended.
    """

    def __init__(self, reason: str, permanent: bool) -> None:
        super().__init__(reason)
        self.reason, self.permanent = reason, permanent


Report = Callable[[str, str], None]
"""Told, in a worker thread, what a recipient says of a message: its reference, and what (`not_asked`)."""


class Gateway(Protocol):
    """A way of sending. To return means that the other side has taken responsibility for the message."""

    async def send(self, message: Message) -> None:
        """Hand over the message. Raises DeliveryFailed, and nothing else."""
        ...
