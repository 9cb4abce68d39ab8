"""A field for a code says how the code is written."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Whoever writes a one-time code hears how long it is before they write, not after a mistake."""
    for field in subject.snapshot.all:
        if "one-time-code" in (field.get("autocomplete") or "") and field.is_in_tree:
            told = any(letter.isdigit() for letter in _said(field))
            yield expect(field, told, "It says how long the code is.", "Nothing says how many digits the code has.")


def _said(field: Element) -> str:
    """Its name and description; a title shows under the pointer alone."""
    described = field.accessible_description
    return field.accessible_name + ("" if described == " ".join((field.get("title") or "").split()) else described)


RULE = Rule(
    id="own-code-field-has-hint",
    name="A field for a code says how long the code is",
    criteria=("3.3.2",),
    applicability="Every field for a one-time code (autocomplete).",
    expectation="Its name or description holds a number of digits.",
    check=check,
)
