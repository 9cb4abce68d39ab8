"""What was heard: steps, how they are shown, and the claim that something was said."""

from collections.abc import Iterable
from typing import NamedTuple


class Step(NamedTuple):
    """One key (or address opened, or text typed) and what was said after it."""

    key: str
    heard: list[str]


def as_text(transcript: Iterable[Step]) -> str:
    """A transcript that a person can read."""
    return "\n".join(f"{step.key:>24} | {' · '.join(step.heard) or '(silence)'}" for step in transcript)


def assert_heard_in_order(transcript: Iterable[Step], expected: Iterable[str]) -> None:
    """Fail unless each expected text is part of something said, in this order (others may come between)."""
    steps = list(transcript)
    said = iter([utterance for step in steps for utterance in step.heard])
    rest = ""
    for text in expected:
        while text not in rest:
            if (rest := next(said, None)) is None:
                raise AssertionError(f"Not heard, or not in this order: {text!r}. Heard:\n{as_text(steps)}")
        rest = rest.partition(text)[2]
