"""A SIP telephone on this machine, to be called: it answers or not, presses keys, and keeps what it heard."""

from __future__ import annotations

import asyncio
import wave
from pathlib import Path
from typing import Literal

from aiortp import PortAllocator
from aiosipua import IncomingCall, SipUAS
from aiosipua.rtp_bridge import CallSession

from app.delivery.telephone_sound import RATE
from app.delivery.trunk import Udp

HOST = "127.0.0.1"
Manner = Literal["answers", "rings", "busy", "declines"]


class Telephone:
    """Use it with `async with`; then it can be called at `uri`. It takes one call."""

    def __init__(self, manner: Manner = "answers", *, ports: tuple[int, int] = (41_000, 41_900)) -> None:
        self.manner = manner
        self.pcm = bytearray()
        """What was heard: 8 kHz, 16 bit, mono."""
        self.called = asyncio.Event()
        self.ended = asyncio.Event()
        self.cancelled = asyncio.Event()
        self.number = ""
        self._ports = PortAllocator(ports)
        self._more = asyncio.Event()
        self._listened = 0
        self._pressed = 0
        self._session: CallSession | None = None
        self._call: IncomingCall | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Telephone:
        self.transport = Udp(local_addr=(HOST, 0))
        self.uas = SipUAS(self.transport)
        self.uas.on_invite = self.invited
        self.uas.on_bye = lambda *_: self.ended.set()
        self.uas.on_cancel = lambda *_: self.cancelled.set()
        await self.uas.start()
        self.uri = f"sip:{HOST}:{self.transport.local_addr[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()
        await self.uas.stop()

    def press(self, digit: str) -> None:
        """Press a key. Each press has a time of its own: two with the same one are one (RFC 4733, 2.5.1.2)."""
        assert self._session is not None
        self._pressed += 1
        self._session.rtp_session.send_dtmf(digit, 60, timestamp=self._pressed * RATE)

    def hang_up(self) -> None:
        """End the call from this side."""
        assert self._call is not None
        self._call.hangup()
        self.ended.set()

    async def hears(self, pcm: bytes, *, within_s: float = 10.0) -> int:
        """Wait until this has been heard after what was waited for before; gives the place. Raises TimeoutError."""
        async with asyncio.timeout(within_s):
            while (place := self.pcm.find(pcm, self._listened)) < 0:
                self._more.clear()
                await self._more.wait()
        self._listened = place + len(pcm)
        return place

    def save(self, path: Path) -> None:
        """Write what was heard as a WAV."""
        with wave.open(str(path), "wb") as sound:
            sound.setnchannels(1)
            sound.setsampwidth(2)
            sound.setframerate(RATE)
            sound.writeframes(bytes(self.pcm))

    def invited(self, call: IncomingCall) -> None:
        """Somebody calls."""
        self.number = call.callee.removeprefix("sip:").partition("@")[0]
        self._call = call
        self.called.set()
        if self.manner == "busy":
            call.reject(486)
        elif self.manner == "declines":
            call.reject(603)
        else:
            call.ringing()
            if self.manner == "answers":
                task = asyncio.create_task(self._answer(call))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def _answer(self, call: IncomingCall) -> None:
        assert call.sdp_offer is not None
        port, _ = await self._ports.allocate()
        self._session = CallSession(HOST, port, call.sdp_offer, jitter_prefetch=0)
        self._session.on_audio = self._heard
        await self._session.start()
        call.accept(self._session.sdp_answer)

    def _heard(self, pcm: bytes, _timestamp: int) -> None:
        self.pcm += pcm
        self._more.set()
