"""A page that has just come does not interrupt."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What is there from the start and takes focus is read anyway: as an alert it is said two or three times."""
    for element in subject.snapshot.own:
        if element.get("role") in ("alert", "alertdialog") or element.get("aria-live") == "assertive":
            quiet = not element.visible_text
            yield expect(element, quiet, "It is empty.", "It interrupts as soon as the page comes.")


RULE = Rule(
    id="own-nothing-cries",
    name="No alert is on a page from the start",
    criteria=(),
    applicability="Every alert or assertive region.",
    expectation="It is empty when the page has come.",
    check=check,
)
