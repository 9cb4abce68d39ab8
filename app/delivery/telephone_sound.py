"""The clips as the telephone carries them: G.711 A-law, 8 kHz (ITU-T G.711), cut into frames of 20 ms."""

import math
from array import array
from collections.abc import Iterable
from functools import cache
from operator import mul

from aiortp import PayloadType, get_codec

from app.ui import speech
from app.ui.speech import Lang, Part

RATE = 8_000
FRAME = 160
"""Bytes, and samples, of one frame."""
SILENCE = b"\xd5"
"""A-law for zero."""
HALF_TAPS = 15


def said(parts: Iterable[tuple[Lang, Part]]) -> bytes:
    """The parts one after another, each in its language; filled up with silence to whole frames."""
    sound = b"".join(_clip(lang, part) if isinstance(part, str) else _silence(part) for lang, part in parts)
    return sound + SILENCE * (-len(sound) % FRAME)


def frames(sound: bytes) -> list[bytes]:
    """A sound of whole frames, frame by frame."""
    return [sound[at : at + FRAME] for at in range(0, len(sound), FRAME)]


def _silence(seconds: float) -> bytes:
    return SILENCE * round(seconds * RATE)


@cache
def _clip(lang: Lang, name: str) -> bytes:
    """One clip, halved in rate once and kept: some 50 ms of work for each second of sound."""
    return get_codec(PayloadType.PCMA).encode(_halved(array("h", speech.samples(name, lang))).tobytes())


def _halved(samples: "array[int]") -> "array[int]":
    """Every other sample, after a low-pass: what lies above 4 kHz would come back as a hiss that was never said."""
    taps = _taps()
    padded = [0] * HALF_TAPS + samples.tolist() + [0] * HALF_TAPS
    sums = (sum(map(mul, taps, padded[at : at + len(taps)])) for at in range(0, len(samples), 2))
    return array("h", [max(-32768, min(32767, round(value))) for value in sums])


@cache
def _taps() -> tuple[float, ...]:
    """A windowed sinc that passes what is below 3.6 kHz, about; its sum is one, so loudness stays."""
    weights = []
    for place in range(-HALF_TAPS, HALF_TAPS + 1):
        angle = math.pi * place * 0.46
        window = 0.5 + 0.5 * math.cos(math.pi * place / (HALF_TAPS + 1))
        weights.append(window * (math.sin(angle) / angle if angle else 1.0))
    return tuple(weight / sum(weights) for weight in weights)
