"""Text messages through an HTTP gateway: POST {to, text, from, reference}."""

from app.delivery.endpoint import Endpoint, number_of
from app.delivery.message import Message, sendable


class SmsGateway:
    """Sends the body as it is: its last line may carry the WebOTP binding (`@domain #code`)."""

    def __init__(self, endpoint: Endpoint, *, sender: str) -> None:
        self._endpoint, self._sender = endpoint, sender

    async def send(self, message: Message) -> None:
        """Hand the text to the gateway. Raises DeliveryFailed."""
        await self._endpoint.post(
            {
                "to": number_of(message.recipient),
                "text": sendable(message.body),
                "from": self._sender,
                "reference": message.reference,
            }
        )
