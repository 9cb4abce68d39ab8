"""Focus goes in the order of the page."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import tab_index


def check(subject: Subject) -> Iterator[Finding]:
    """No tabindex is above nought: it would be reached before everything else, wherever it stands (F44)."""
    for element in subject.snapshot.all:
        index = tab_index(element) if element.is_visible else None
        if index is not None:
            words = f"Its tabindex is {index}: focus comes here before all others."
            yield expect(element, index <= 0, "It is reached where it stands.", words)


RULE = Rule(
    id="own-order-is-natural",
    name="Nothing is reached before its turn",
    criteria=("2.4.3",),
    applicability="Every visible element with a tabindex.",
    expectation="It is nought or less.",
    check=check,
)
