"""Focus is seen well, in every world of colour."""

from collections.abc import Iterator
from pathlib import Path

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

PROBE = (Path(__file__).parents[2] / "probes" / "focus.js").read_text(encoding="utf-8")


def check(subject: Subject) -> Iterator[Finding]:
    """Each control that has focus has an outline of 2 px and 3 to 1 to what is around it."""
    subject.page.keyboard.press("Shift")  # a key was the last input: browsers show focus
    faults = subject.page.evaluate(PROBE)
    for fault in faults:
        yield failed(None, fault)
    if not faults and any(one.is_focusable and one.is_visible for one in subject.snapshot.own):
        yield passed(None, "Focus is seen well everywhere.")


RULE = Rule(
    id="own-focus-is-strong",
    name="Focus has an outline of 2 px and 3 to 1",
    criteria=("2.4.13",),
    applicability="Every control that can be seen.",
    expectation="When it has focus, it or its label has an outline 2 px wide whose contrast is 3 to 1.",
    check=check,
    worlds=ALL_WORLDS,
    acts=True,
)
