"""A field is not called invalid before anything was typed."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

FIELDS = frozenset({"textbox", "searchbox", "combobox", "spinbutton", "checkbox", "radio", "listbox"})


def check(subject: Subject) -> Iterator[Finding]:
    """On a page with no error told anywhere, no field is invalid; Firefox calls an empty `required` one so."""
    fields = [one for one in subject.snapshot.all if one.role in FIELDS]
    if "error" in subject.state or any(_tells(one) for one in subject.snapshot.own):
        return
    for field in fields:
        if field.get("aria-invalid") == "true":
            yield failed(field, "It is called invalid, and nothing was typed.")
        elif field.get("required") is not None and not field.input_value:
            yield cannot_tell(field, "Some browsers call it invalid from the start, for it is required and empty.")
        else:
            yield passed(field, "It is not called invalid.")


def _tells(element: Element) -> bool:
    return "error" in (element.get("class") or "") + (element.get("id") or "") and element.is_visible


RULE = Rule(
    id="own-field-is-not-invalid-at-first",
    name="No field is called invalid before anything is typed",
    criteria=("4.1.2",),
    applicability="Every field of a page that tells of no error.",
    expectation="Assistive technology is not told that it is invalid.",
    check=check,
)
