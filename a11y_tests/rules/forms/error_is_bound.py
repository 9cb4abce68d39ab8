"""What is wrong with a field is heard at the field."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import referenced


def check(subject: Subject) -> Iterator[Finding]:
    """A field that is marked as invalid is described by a text that can be seen."""
    for field in subject.snapshot.all:
        if field.is_in_tree and field.get("aria-invalid") == "true":
            told = any(one.visible_text for one in _messages(field))
            yield expect(field, told, "Its error is bound to it.", "No text that can be seen describes this error.")


def _messages(field: Element) -> list[Element]:
    around = [one for one in field.above if one.get("role") in ("group", "radiogroup") or one.tag == "fieldset"]
    return [
        message
        for holder in (field, *around)
        for attribute in ("aria-describedby", "aria-errormessage")
        for message in referenced(holder, attribute)
    ]


RULE = Rule(
    id="own-error-is-bound",
    name="An invalid field is described by its error",
    criteria=("3.3.1", "1.3.1"),
    applicability="Every field whose aria-invalid is true.",
    expectation="aria-describedby or aria-errormessage, its own or its group's, points to text that can be seen.",
    check=check,
)
