"""Focus is seen well, in every world of colour."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.colour import Colour, contrast
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.paths import path_of

PROBE = (Path(__file__).parents[2] / "probes" / "focus_look.js").read_text(encoding="utf-8")
MOST = 200
LEAST_PX, LEAST_CONTRAST = 2, 3


def check(subject: Subject) -> Iterator[Finding]:
    """Each control that has focus has an outline of 2 px and 3 to 1 to what is around it."""
    subject.page.keyboard.press("Shift")  # a key was the last input: browsers show focus
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and _shows(one)][:MOST]
    for control, look in zip(stops, subject.page.evaluate(PROBE, [path_of(one) for one in stops]), strict=True):
        if look is not None:  # focus came, and stayed: what sends it on is another rule's
            yield _judged(control, *look)


def _judged(control: Element, outlines: list[Any], ground: list[float], changes: bool) -> Finding:
    if any(style == "auto" and width > 0 for style, width, _ in outlines):
        return passed(control, "Its focus is shown as the browser shows it, which the criterion allows.")
    seen = [(width, _contrast(colour, ground)) for style, width, colour in outlines if style != "none"]
    if any(width >= LEAST_PX and ratio >= LEAST_CONTRAST for width, ratio in seen):
        return passed(control, "Its focus is seen well.")
    told = "; ".join(
        f"an outline of {width:g} px with a contrast of {ratio:.1f} to 1" for width, ratio in seen if width
    )
    if changes:
        return cannot_tell(
            control, f"Is its focus seen as well as an outline of 2 px and 3 to 1 ({told or 'no outline'})?"
        )
    return failed(control, f"Its focus cannot be seen well: {told or 'it has no outline'}.")


def _contrast(colour: list[float], ground: list[float]) -> float:
    below = Colour(*ground[:3])
    return contrast(Colour(*colour).over(below), below)


def _shows(control: Element) -> bool:
    """Whether it, or a label in its place, can be seen."""
    return is_seen(control) or any(is_seen(label) for label in labels_of(control))


RULE = Rule(
    id="own-focus-is-strong",
    name="Focus has an outline of 2 px and 3 to 1",
    criteria=("2.4.13",),
    applicability="Every tab stop that can be seen, the first two hundred.",
    expectation="When it has focus, it or its label has an outline 2 px wide whose contrast is 3 to 1, or the browser's"
    " own; a person judges where something else shows it.",
    check=check,
    worlds=ALL_WORLDS,
    acts=True,
)
