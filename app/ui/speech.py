"""A code as sound: recorded clips joined digit by digit, three and three, with exact pauses.

The clips are files, `clips/<lang>/<name>.wav`, made once by `python -m tools.make_clips` and kept with the
code, so that a running portal needs no synthesiser and a person's voice can replace them file by file.
The sound is built in memory: a code never stands in an argument list, a file name, a file or a log.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Lang = Literal["da", "en"]
Phrase = Literal[
    "your_code_is",
    "i_repeat",
    "press_1",
    "goodbye",
    "rehearsal",
    "file",
    "number",
    "code",
    "asked",
    "press_9",
    "again",
    "slower",
    "this_language",
    "never_tell",
    "stopped",
]
Part = str | float
"""A piece of a sound: the name of a clip, or a silence in seconds."""

RATE = 16_000
"""Samples per second: 8 kHz would cut the hiss that tells *seks* from *syv* and *six* from *fix*."""
SAMPLE_BYTES = 2
GROUP = 3
LONGEST_CODE = 16

DIGIT_WORDS: dict[Lang, tuple[str, ...]] = {
    "da": ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
PHRASES: dict[Lang, dict[Phrase, str]] = {
    "da": {
        "your_code_is": "Din kode er",
        "i_repeat": "Jeg gentager",
        "press_1": "Tast 1, når du er klar",
        "goodbye": "Farvel",
        "rehearsal": "Dette er en lydprøve",
        "file": "Fil",
        "number": "Nummer",
        "code": "Kode",
        "asked": "Du har bedt om en kode",
        "press_9": "Tast 9, hvis du ikke har bedt om den",
        "again": "Tast 1 for at høre koden igen",
        "slower": "Tast 2 for at høre den langsommere",
        "this_language": "Tast 3 for dansk",
        "never_tell": "Sig aldrig koden til andre",
        "stopped": "Forsøget er stoppet. Skift din adgangskode",
    },
    "en": {
        "your_code_is": "Your code is",
        "i_repeat": "I repeat",
        "press_1": "Press 1 when you are ready",
        "goodbye": "Goodbye",
        "rehearsal": "This is a sound test",
        "file": "File",
        "number": "Number",
        "code": "Code",
        "asked": "You have asked for a code",
        "press_9": "Press 9 if you did not ask for it",
        "again": "Press 1 to hear the code again",
        "slower": "Press 2 to hear it more slowly",
        "this_language": "Press 3 for English",
        "never_tell": "Never tell anyone the code",
        "stopped": "The attempt is stopped. Change your password",
    },
}
"""What the clips say: the text that stands beside the sound (WCAG 1.2.1) and what `make_clips` reads out."""


class Pauses(NamedTuple):
    """Silences in seconds: around everything, after a phrase, between digits, between groups, before a repeat."""

    edge: float
    phrase: float
    digit: float
    group: float
    repeat: float


SLOW = Pauses(edge=0.3, phrase=0.6, digit=0.35, group=1.0, repeat=1.5)
BRISK = Pauses(edge=0.3, phrase=0.3, digit=0.1, group=0.45, repeat=0.8)
SLOWEST = Pauses(edge=0.3, phrase=1.0, digit=1.2, group=2.0, repeat=2.5)
"""Time to write each digit down, or to find it on a keyboard, before the next one comes."""


def speak_code(code: str, lang: Lang, *, repeats: int = 2, slow: bool = True, pauses: Pauses | None = None) -> bytes:
    """A WAV (16 kHz, 16 bit, mono) that says the code `repeats` times, in groups of three digits.

    `pauses`: a person's own, in place of those of slow or brisk speech.

    Raises ValueError if the code is anything but 1 to 16 of the digits 0-9, the language has no clips, or
    `repeats` is below 1.
    """
    parts = code_parts(code, repeats=repeats, pauses=pauses or (SLOW if slow else BRISK))
    return _wav(b"".join(samples(part, lang) for part in parts))


def code_parts(code: str, *, repeats: int = 2, pauses: Pauses = SLOW) -> list[Part]:
    """What is said and kept silent, in order: for whoever joins the clips in a format of their own.

    Raises ValueError as `speak_code` does.
    """
    groups = _groups(code)
    if repeats < 1:
        raise ValueError("a code is said at least once")
    said = _joined([_joined(list(group), pauses.digit) for group in groups], pauses.group)
    again = [pauses.repeat, "i_repeat", pauses.phrase, *said]
    return [pauses.edge, "your_code_is", pauses.phrase, *said, *again * (repeats - 1), pauses.edge]


def samples(part: Part, lang: Lang) -> bytes:
    """The samples of one part: 16 kHz, 16 bit, mono. Raises ValueError where there is no such clip or language."""
    return _clip(lang, part) if isinstance(part, str) else bytes(round(part * RATE) * SAMPLE_BYTES)


def speak_phrase(phrase: Phrase, lang: Lang) -> bytes:
    """A WAV of one fixed phrase: the prompt of a call, its goodbye, or the rehearsal's sound test."""
    edge = samples(SLOW.edge, lang)
    return _wav(edge + samples(phrase, lang) + edge)


def phrase_text(phrase: Phrase, lang: Lang) -> str:
    """The words of a phrase, without a full stop. Raises ValueError for a language or phrase without a clip."""
    try:
        return PHRASES[lang][phrase]
    except KeyError:
        raise ValueError("no such phrase or language") from None


def digits_text(code: str) -> str:
    """The code as `1 2 3, 4 5 6`: a screen reader or a braille line gives it digit by digit, as the sound does.

    Raises ValueError as `speak_code` does.
    """
    return ", ".join(" ".join(group) for group in _groups(code))


def spoken_text(code: str, lang: Lang) -> str:
    """The text of the same as the sound: `Din kode er 1 2 3, 4 5 6.` Raises ValueError as `speak_code` does."""
    return f"{phrase_text('your_code_is', lang)} {digits_text(code)}."


def _groups(code: str) -> list[str]:
    # str.isdigit also takes superscripts and other scripts' digits, for which there is no clip.
    if not (code.isascii() and code.isdigit() and len(code) <= LONGEST_CODE):
        raise ValueError("a spoken code is 1 to 16 of the digits 0-9")  # never the code itself: it may be logged
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def _joined(items: Sequence[Part | list[Part]], pause: float) -> list[Part]:
    """The items in one list, with a silence between each two."""
    joined: list[Part] = []
    for item in items:
        joined += [pause] if joined else []
        joined += item if isinstance(item, list) else [item]
    return joined


@cache
def _clip(lang: Lang, name: str) -> bytes:
    """The samples of one clip. Only known languages and names reach the file system."""
    if lang not in get_args(Lang) or not (name in get_args(Phrase) or (len(name) == 1 and name in "0123456789")):
        raise ValueError("no such clip")
    with wave.open(str(Path(__file__).parent / "clips" / lang / f"{name}.wav")) as clip:
        if (clip.getframerate(), clip.getsampwidth(), clip.getnchannels()) != (RATE, SAMPLE_BYTES, 1):
            raise ValueError(f"the clip {lang}/{name} is not 16 kHz, 16 bit, mono")
        return clip.readframes(clip.getnframes())


def _wav(frames: bytes) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(RATE)
        sound.writeframes(frames)
    return out.getvalue()
