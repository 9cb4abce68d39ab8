"""A page that came back because something was wrong says which field it was."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

FIELDS = frozenset({"input", "select", "textarea"})


def check(subject: Subject) -> Iterator[Finding]:
    """On a page in a state of error with fields in it, one at least is marked; the journey made the error."""
    document = subject.snapshot
    fields = [one for one in document.own if one.tag in FIELDS and one.get("type") != "hidden" and one.is_visible]
    if fields and ("error" in subject.state or any(_tells(one) for one in document.own)):
        marked = [one for one in document.own if one.get("aria-invalid") == "true"]
        bad = "An error was made, and no field is marked as wrong."
        yield expect(document.root, bool(marked), "The field that is wrong is marked.", bad)


def _tells(element: Element) -> bool:
    """Whether it sums up errors: it is called so, and is no part of a field."""
    called = (element.get("class") or "") + (element.get("id") or "")
    return "error-summary" in called and bool(element.visible_text)


RULE = Rule(
    id="own-error-is-identified",
    name="A field that is wrong is marked as such",
    criteria=("3.3.1", "4.1.2"),
    applicability="A page with fields that sums up errors, or that a journey has written something wrong on.",
    expectation="At least one field has aria-invalid set to true.",
    check=check,
)
