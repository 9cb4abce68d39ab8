"""Telephone calls through a SIP trunk: rings, waits for a key, speaks the code, hears what is pressed.

The script decides (`call_script`), the line signals (`sip_line`), the sound plays (`sip_sound`): here they meet. The
code lives in memory for the length of the call: it is in no SIP message, no file and no log. The sound itself is not
encrypted on its way to the trunk (docs/calls.md).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from aiortp import PortAllocator

from app.delivery.call_script import (
    LISTEN_SECONDS,
    LONGEST_SECONDS,
    Action,
    CallScript,
    HangUp,
    Listen,
    Report,
    Say,
    SayCode,
)
from app.delivery.endpoint import number_of
from app.delivery.message import DeliveryFailed, Message
from app.delivery.message import Report as Hook
from app.delivery.sip_line import Line
from app.delivery.sip_sound import FRAME_SECONDS, Sound
from app.delivery.telephone_sound import said
from app.delivery.trunk import Trunk
from app.ui.speech import SLOW, SLOWEST, Lang, Part, code_parts

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.3


@dataclass(frozen=True)
class Tempo:
    """Seconds: how long a call listens, how long it may last, and how often a frame is sent. A test is quicker."""

    listen_s: float = LISTEN_SECONDS
    longest_s: float = LONGEST_SECONDS
    frame_s: float = FRAME_SECONDS


class SipCalls:
    """The gateway for calls through one trunk; `ports` is the range for the sound."""

    def __init__(
        self,
        trunk: Trunk,
        *,
        ports: tuple[int, int] = (30_000, 30_200),
        report: Hook | None = None,
        tempo: Tempo = Tempo(),
    ) -> None:
        self._trunk, self._report, self._tempo = trunk, report, tempo
        self._ports = PortAllocator(ports)

    async def send(self, message: Message) -> None:
        """Call, and speak the digits in the body to whoever presses 1. Returns when the call is over.

        Raises DeliveryFailed: busy and nobody there can be tried again; a call that was answered and in which nobody
        pressed 1 is not made again by itself.
        """
        number = number_of(message.recipient)
        lang: Lang = next((lang for lang in get_args(Lang) if lang == message.lang), "da")
        try:
            code_parts(message.body)
        except ValueError:
            raise DeliveryFailed("a call can speak digits only", permanent=True) from None
        try:
            outcome = await self._call(number, lang, message)
        except OSError as error:
            raise DeliveryFailed(f"the trunk could not be reached: {type(error).__name__}", permanent=False) from None
        if outcome == "not_ready":
            raise DeliveryFailed("nobody pressed 1", permanent=True)

    async def _call(self, number: str, lang: Lang, message: Message) -> str:
        sound = Sound(self._ports, frame_s=self._tempo.frame_s)
        try:
            async with Line(self._trunk) as line:
                await line.register()
                answer = await line.dial(number, await sound.offer(line.shown_ip))
                talk = _Talk(lang, message, sound, self._tempo, self._report)
                line.on_moved, line.on_ended = sound.move, talk.hung_up
                await sound.start(line.local_ip, answer, talk.key)
                return await talk.run()
        finally:
            await sound.close()


class _Talk:
    """One answered call: what happens is put in a queue, and done in order."""

    def __init__(self, lang: Lang, message: Message, sound: Sound, tempo: Tempo, report: Hook | None) -> None:
        self._script = CallScript(lang)
        self._code, self._reference = message.body, message.reference
        self._sound, self._tempo, self._report = sound, tempo, report
        self._happened: asyncio.Queue[Callable[[], list[Action]] | None] = asyncio.Queue()
        self._turn = 0

    def key(self, digit: str) -> None:
        """A key was pressed."""
        self._happened.put_nowait(lambda: self._script.key(digit))

    def hung_up(self) -> None:
        """The other side hung up: whatever else happened comes too late."""
        self._happened.put_nowait(None)

    async def run(self) -> str:
        """Talk until somebody hangs up; gives the outcome."""
        timer = asyncio.get_running_loop().call_later(
            self._tempo.longest_s, lambda: self._happened.put_nowait(self._script.time_up)
        )
        try:
            actions = self._script.answered()
            while await self._do(actions):
                happened = await self._happened.get()
                if happened is None:
                    self._script.hung_up()
                    break
                actions = happened()
        finally:
            timer.cancel()
        return self._script.outcome

    async def _do(self, actions: list[Action]) -> bool:
        """Do what the script says; False at the end of the call."""
        for action in actions:
            self._turn += 1
            match action:
                case Say(phrases):
                    parts = [part for phrase in phrases for part in (phrase, (phrase[0], PAUSE_SECONDS))]
                    await self._play(parts)
                case SayCode(lang, slowest):
                    pauses = SLOWEST if slowest else SLOW
                    await self._play([(lang, part) for part in code_parts(self._code, pauses=pauses)])
                case Listen():
                    asyncio.get_running_loop().call_later(self._tempo.listen_s, self._later(self._script.silence))
                case Report(what):
                    if not await self._told(what):
                        return False
                case HangUp():
                    return False
        return True

    async def _told(self, what: str) -> bool:
        """Report. Where that fails nobody is told that the attempt is stopped."""
        if self._report is None:
            return True
        try:
            await asyncio.to_thread(self._report, self._reference, what)
        except Exception:
            log.exception("what was said of message %s could not be kept", self._reference)
            return False
        return True

    async def _play(self, parts: list[tuple[Lang, Part]]) -> None:
        # In a thread: the first use of a clip takes a while, and other calls go on meanwhile.
        sound = await asyncio.to_thread(said, parts)
        self._sound.play(sound, self._later(self._script.finished))

    def _later(self, event: Callable[[], list[Action]]) -> Callable[[], None]:
        """The event, unless something else is said or waited for by then."""
        turn = self._turn
        return lambda: self._happened.put_nowait(lambda: event() if turn == self._turn else [])
