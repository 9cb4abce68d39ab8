"""Targets are large enough for a hand that shakes."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.targets import targets

LEAST = 44


def check(subject: Subject) -> Iterator[Finding]:
    """Buttons and fields are 44 px either way; lists of links are the next rule's."""
    for target in targets(subject):
        if target.element.tag != "a" or "button" in (target.element.get("class") or ""):
            words = f"It is {target.box.width:.0f} x {target.box.height:.0f} px; {LEAST} are needed either way."
            yield expect(target.element, target.least >= LEAST - 0.5, "It is large enough.", words)


RULE = Rule(
    id="own-targets-are-large",
    name="Buttons and fields are 44 px",
    criteria=("2.5.5",),
    applicability="Every button, field, and link that looks like a button.",
    expectation="It is 44 CSS pixels wide and high; a box or radio button together with its label.",
    check=check,
)
