"""Listening time: how long it takes to hear phrases, reckoned as espeak-ng speaks them at its ordinary speed.

Rendering each page would take longer than judging it. The weights were fitted to espeak-ng on a hundred pages; a test
holds them to it. What is heard through Orca is rendered (screen_reader/listening.py).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from a11y_tests.virtual_reader.phrase import Phrase

PAUSE = re.compile(r"[,;:–]")
STOP = re.compile(r"[.?!](?:\s|$)")


@dataclass(frozen=True)
class Weights:
    """Seconds that each letter, digit, pause in a sentence, end of a sentence and phrase takes."""

    letter: float
    digit: float
    pause: float
    stop: float
    phrase: float


WEIGHTS = {"da": Weights(0.0608, 0.2788, 0.1253, 0.1513, 0.4621), "en": Weights(0.0692, 0.3291, 0.1184, 0.0668, 0.4394)}


def seconds(phrases: Iterable[Phrase]) -> float:
    """Seconds to hear the phrases, each once: not the descriptions that are read where they stand."""
    return sum(_seconds(one.said, one.language) for one in phrases if not one.again)


def _seconds(said: str, language: str) -> float:
    weights = WEIGHTS.get(language.split("-")[0].lower(), WEIGHTS["en"])
    letters, digits = sum(map(str.isalpha, said)), sum(map(str.isdigit, said))
    pauses, stops = len(PAUSE.findall(said)), len(STOP.findall(said))
    return (
        letters * weights.letter
        + digits * weights.digit
        + pauses * weights.pause
        + stops * weights.stop
        + weights.phrase
    )
