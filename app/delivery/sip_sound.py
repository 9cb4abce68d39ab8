"""The sound of one call: RTP with A-law out (RFC 3551), keys in (RFC 4733)."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from aiortp import PayloadType, PortAllocator, RTPSession
from aiosipua import SdpMessage, build_sdp

from app.delivery.message import DeliveryFailed
from app.delivery.telephone_sound import FRAME, SILENCE, frames

FRAME_SECONDS = 0.02
KEYS = 101
"""The payload type that we offer for keys."""


class Sound:
    """Plays one sound at a time, and silence between them: a line without packets is taken for dead."""

    def __init__(self, ports: PortAllocator, *, frame_s: float = FRAME_SECONDS) -> None:
        self._ports, self._frame_s = ports, frame_s
        self._port: int | None = None
        self._session: RTPSession | None = None
        self._clock: asyncio.Task[None] | None = None
        self._left: deque[bytes] = deque()
        self._then: Callable[[], None] | None = None

    async def offer(self, shown_ip: str) -> SdpMessage:
        """Take a port, and say that we speak A-law and understand keys. Raises DeliveryFailed: no port is free."""
        try:
            self._port, _ = await self._ports.allocate()
        except RuntimeError:
            raise DeliveryFailed("no port is free for a call", permanent=False) from None
        return build_sdp(shown_ip, self._port, PayloadType.PCMA, "PCMA", dtmf_payload_type=KEYS)

    async def start(self, local_ip: str, answer: SdpMessage, on_key: Callable[[str], None]) -> None:
        """Open the sound to where the answer says. Raises DeliveryFailed where it speaks something else."""
        audio, remote = answer.audio, answer.rtp_address
        if audio is None or remote is None or str(int(PayloadType.PCMA)) not in audio.formats:
            raise DeliveryFailed("the trunk does not speak A-law", permanent=False)
        self._session = await RTPSession.create(
            (local_ip, self._port or 0), remote, PayloadType.PCMA, dtmf_payload_type=KEYS
        )
        self._session.on_dtmf = lambda digit, _duration: on_key(digit)
        self._clock = asyncio.create_task(self._play())

    def play(self, sound: bytes, then: Callable[[], None]) -> None:
        """Play this now, in place of what is being played; `then` is called when it is over, unless it is replaced."""
        self._left, self._then = deque(frames(sound)), then

    def move(self, remote: tuple[str, int]) -> None:
        """The other side listens somewhere else now."""
        if self._session:
            self._session.update_remote(remote)

    async def close(self) -> None:
        """Give everything back."""
        if self._clock:
            self._clock.cancel()
        if self._session:
            await self._session.close()
        if self._port is not None:
            await self._ports.release(self._port)

    async def _play(self) -> None:
        """One frame each 20 ms by the clock, so that a late one does not put off those after it."""
        assert self._session is not None
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            self._session.send_audio_auto(self._left.popleft() if self._left else SILENCE * FRAME)
            if not self._left and self._then:
                then, self._then = self._then, None
                then()
            due = max(due + self._frame_s, loop.time() - 5 * self._frame_s)  # after a stop, no burst
            await asyncio.sleep(max(0.0, due - loop.time()))
