"""Phrases as sound: an MP3 file, as small as speech can bear."""

import hashlib
import shutil
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import lameenc

from a11y_tests.screen_reader.listening import RATE, VOICES, samples
from a11y_tests.virtual_reader.phrase import Phrase

KILOBITS = 16
QUICKEST = 9


def can_speak() -> bool:
    """Whether there is a voice on this machine."""
    return shutil.which("espeak-ng") is not None


def sound_file(phrases: Sequence[Phrase], folder: Path) -> Path:
    """The file in which the phrases are spoken, made unless it is there: its name is made of what is said.

    Raises CannotStart where there is no voice.
    """
    said = [(one.language, one.said) for one in phrases if not one.again]
    path = folder / f"{hashlib.sha256(repr(said).encode()).hexdigest()[:16]}.mp3"
    if not path.exists():
        folder.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.write_bytes(_mp3(b"".join(_spoken(said))))
        unfinished.rename(path)
    return path


def seconds_of(path: Path) -> float:
    """How long a sound of ours takes: every second of it has as many bits."""
    return path.stat().st_size * 8 / (KILOBITS * 1000)


def _spoken(said: Sequence[tuple[str, str]]) -> list[bytes]:
    """Each language by its own voice; English, where there is none for it."""
    runs = groupby(said, key=lambda one: one[0].split("-")[0].lower())
    return [samples("\n\n".join(text for _, text in run), lang if lang in VOICES else "en") for lang, run in runs]


def _mp3(sound: bytes) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(QUICKEST)
    return bytes(encoder.encode(sound)) + bytes(encoder.flush())
