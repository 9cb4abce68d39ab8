"""A number that must be found or copied is written digit by digit."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

TOGETHER = re.compile(r"\d{4,}")


def check(subject: Subject) -> Iterator[Finding]:
    """In what the page marks as digits, four or more never stand together: they would be heard as an amount."""
    for element in subject.snapshot.all:
        if "digits" in (element.get("class") or "").split() and element.text_content:
            apart = not TOGETHER.search(element.text_content)
            yield expect(element, apart, "The digits stand apart.", f"It is heard as an amount: {element.text_content}")


RULE = Rule(
    id="own-digits-are-spoken-apart",
    name="Digits to be heard stand apart",
    criteria=("1.3.1",),
    applicability='Every element of the class "digits".',
    expectation="Nowhere in it do four digits stand together.",
    check=check,
)
