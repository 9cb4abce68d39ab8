"""A code as sound: recorded clips joined digit by digit, three and three, with exact pauses.

The clips are files, `clips/<lang>/<name>.wav`, made once by `python -m tools.make_clips` and kept with the
code, so that a running portal needs no synthesiser and a person's voice can replace them file by file.
The sound is built in memory: a code never stands in an argument list, a file name, a file or a log.
"""

from __future__ import annotations

import io
import wave
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

Lang = Literal["da", "en"]
Phrase = Literal["your_code_is", "i_repeat", "press_1", "goodbye", "rehearsal"]

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
    },
    "en": {
        "your_code_is": "Your code is",
        "i_repeat": "I repeat",
        "press_1": "Press 1 when you are ready",
        "goodbye": "Goodbye",
        "rehearsal": "This is a sound test",
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


def speak_code(code: str, lang: Lang, *, repeats: int = 2, slow: bool = True) -> bytes:
    """A WAV (16 kHz, 16 bit, mono) that says the code `repeats` times, in groups of three digits.

    Raises ValueError if the code is anything but 1 to 16 of the digits 0-9, the language has no clips, or
    `repeats` is below 1.
    """
    groups = _groups(code)
    if repeats < 1:
        raise ValueError("a code is said at least once")
    pauses = SLOW if slow else BRISK
    parts = [_silence(pauses.edge), _clip(lang, "your_code_is"), _silence(pauses.phrase), _spoken(groups, lang, pauses)]
    for _ in range(repeats - 1):
        parts += [_silence(pauses.repeat), _clip(lang, "i_repeat"), _silence(pauses.phrase)]
        parts.append(_spoken(groups, lang, pauses))
    return _wav(b"".join([*parts, _silence(pauses.edge)]))


def speak_phrase(phrase: Phrase, lang: Lang) -> bytes:
    """A WAV of one fixed phrase: the prompt of a call, its goodbye, or the rehearsal's sound test."""
    edge = _silence(SLOW.edge)
    return _wav(edge + _clip(lang, phrase) + edge)


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


def _spoken(groups: list[str], lang: Lang, pauses: Pauses) -> bytes:
    between = _silence(pauses.digit)
    said = [between.join(_clip(lang, digit) for digit in group) for group in groups]
    return _silence(pauses.group).join(said)


def _silence(seconds: float) -> bytes:
    return bytes(round(seconds * RATE) * SAMPLE_BYTES)


@cache
def _clip(lang: Lang, name: str) -> bytes:
    """The samples of one clip. Only known languages and names reach the file system."""
    if lang not in get_args(Lang) or not (name in get_args(Phrase) or (len(name) == 1 and name in "0123456789")):
        raise ValueError("no such clip")
    with wave.open(str(Path(__file__).parent / "clips" / lang / f"{name}.wav")) as clip:
        if (clip.getframerate(), clip.getsampwidth(), clip.getnchannels()) != (RATE, SAMPLE_BYTES, 1):
            raise ValueError(f"the clip {lang}/{name} is not 16 kHz, 16 bit, mono")
        return clip.readframes(clip.getnframes())


def _wav(samples: bytes) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(SAMPLE_BYTES)
        sound.setframerate(RATE)
        sound.writeframes(samples)
    return out.getvalue()
