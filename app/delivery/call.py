"""Telephone calls through an HTTP voice provider, which never has to call back to the portal.

One POST carries the whole call. The provider rings `to`, plays `prompt` up to `prompt_times` times with
`wait_seconds` of listening after each, and plays the sounds of `after_key` in their order only when the key
`wait_for_key` is pressed (DTMF); if it is not, it hangs up. A machine presses no key, so no voicemail ever
holds a code. Sounds are base64 of WAV, 16 kHz, 16 bit, mono.
"""

from base64 import b64encode
from typing import get_args

from app.delivery.endpoint import Endpoint, number_of
from app.delivery.message import DeliveryFailed, Message
from app.ui.speech import Lang, speak_code, speak_phrase

KEY = "1"
PROMPT_TIMES = 3
WAIT_SECONDS = 10
"""Time to find the key by touch: three prompts give more than half a minute (WCAG 2.2.1)."""


class CallGateway:
    """Speaks the digits in the message's body, in its language, to whoever presses the key."""

    def __init__(self, endpoint: Endpoint, *, caller: str) -> None:
        self._endpoint, self._caller = endpoint, caller

    async def send(self, message: Message) -> None:
        """Hand the call to the provider. Raises DeliveryFailed, at once if the body is no code."""
        to = number_of(message.recipient)
        lang = next((lang for lang in get_args(Lang) if lang == message.lang), "da")
        try:
            code = speak_code(message.body, lang)
        except ValueError:
            raise DeliveryFailed("a call can speak digits only", permanent=True) from None
        await self._endpoint.post(
            {
                "to": to,
                "from": self._caller,
                "lang": lang,
                "reference": message.reference,
                "prompt": _text(speak_phrase("press_1", lang)),
                "prompt_times": PROMPT_TIMES,
                "wait_for_key": KEY,
                "wait_seconds": WAIT_SECONDS,
                "after_key": [_text(code), _text(speak_phrase("goodbye", lang))],
            }
        )


def _text(sound: bytes) -> str:
    return b64encode(sound).decode()
