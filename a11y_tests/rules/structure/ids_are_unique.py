"""An id that is pointed to is there once."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

POINTERS = (
    "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-errormessage", "aria-details",
    "aria-activedescendant", "headers", "list", "form",
)  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Whatever a label or a description points to exists, and there is no second one."""
    document = subject.snapshot
    times = Counter(one.attributes["id"] for one in document.own if one.get("id"))
    for element in document.own:
        for attribute, wanted in _wanted(element):
            words = f"{attribute} points to {wanted!r}, which is there {times[wanted]} times."
            yield expect(element, times[wanted] == 1, "What it points to is there once.", words)


def _wanted(element: Element) -> Iterator[tuple[str, str]]:
    for attribute in POINTERS:
        for wanted in (element.get(attribute) or "").split():
            # What a closed control opens may not be there yet.
            if attribute != "aria-controls" or element.get("aria-expanded") == "true":
                yield attribute, wanted


RULE = Rule(
    id="own-ids-are-unique",
    name="What an attribute points to is there once",
    criteria=("1.3.1", "4.1.2"),
    applicability="Every id that a label, a description or a relation points to.",
    expectation="One element of the document has it.",
    check=check,
)
