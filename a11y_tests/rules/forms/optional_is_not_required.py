"""What the label calls optional is not required."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.nearness import fields_of

OPTIONAL = re.compile(r"\b(?:optional|valgfri(?:t|e)?|frivillig(?:t|e)?)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:not|non|ikke)[\s-]+(?:optional|valgfri|frivillig)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """A screen reader says "required" where the label says "optional"."""
    for field in fields_of(subject.snapshot.own):
        name = field.accessible_name
        if OPTIONAL.search(name) and not NOT.search(name) and field.is_in_tree:
            words = "Its label says that it may be left empty, and its code that it may not."
            yield expect(field, not _is_required(field), "Nothing says that it is required.", words)


def _is_required(field: Element) -> bool:
    return field.get("required") is not None or (field.get("aria-required") or "").lower() == "true"


RULE = Rule(
    id="own-optional-is-not-required",
    name="What is called optional is not required",
    criteria=("3.3.2", "4.1.2"),
    applicability="Every field whose name says that it is optional, in English or Danish.",
    expectation="It is not marked as required.",
    check=check,
)
