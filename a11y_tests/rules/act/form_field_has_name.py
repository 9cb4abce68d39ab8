"""Each form field says what belongs into it."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import input_type, semantic_role

_FIELDS = frozenset(
    {"checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider",
     "spinbutton", "switch", "textbox"}
)  # fmt: skip
# Fields without a role in WAI-ARIA.
_TYPES = frozenset({"color", "date", "datetime-local", "file", "month", "password", "time", "week"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each form field in the accessibility tree has a name."""
    for element in subject.snapshot.all:
        if _is_field(element) and is_exposed(element):
            yield expect(element, bool(element.accessible_name), "The field has a name.", "The field has no name.")


def _is_field(element: Element) -> bool:
    if element.tag == "datalist":
        return False
    role = semantic_role(element)
    return role in _FIELDS or (not role and element.tag == "input" and input_type(element) in _TYPES)


RULE = Rule(
    id="act-e086e5",
    name="Form field has non-empty accessible name",
    criteria=("4.1.2",),
    applicability="A form field (by its role, or an input of a type without a role) in the accessibility tree.",
    expectation="It has an accessible name.",
    check=check,
)
