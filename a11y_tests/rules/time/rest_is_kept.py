"""Whoever has asked for rest gets it."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """With reduced motion asked for, no element has an animation or a transition that takes time."""
    moving = [
        one for one in subject.snapshot.elements if one.is_rendered and (_animates(one.style) or _turns(one.style))
    ]
    root = subject.snapshot.root
    names = ", ".join(one.selector or one.tag for one in moving[:3])
    yield expect(root, not moving, "Nothing moves.", f"It moves, though rest was asked for: {names}")


def _animates(style: dict[str, str]) -> bool:
    if style.get("animation-name", "none") == "none":
        return False
    by_scrolling = style.get("animation-timeline") not in ("auto", "none", "", None)
    return by_scrolling or _longest(style.get("animation-duration", "")) > 0.01


def _turns(style: dict[str, str]) -> bool:
    return _longest(style.get("transition-duration", "")) > 0.01


def _longest(durations: str) -> float:
    parts = [one.strip() for one in durations.split(",") if one.strip() not in ("", "auto")]
    return max((float(one[:-2]) / 1000 if one.endswith("ms") else float(one.rstrip("s")) for one in parts), default=0)


RULE = Rule(
    id="own-rest-is-kept",
    name="Nothing moves when reduced motion is asked for",
    criteria=("2.3.3",),
    applicability="Every page, with prefers-reduced-motion: reduce.",
    expectation="No element has an animation or a transition of more than a hundredth of a second.",
    check=check,
)
