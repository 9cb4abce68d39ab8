"""What a scroll bar or an open combobox says that it controls is there."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import referenced
from a11y_tests.rules.support.roles import is_html, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """One of the ids is enough, in the same document or shadow tree."""
    for element in subject.snapshot.all:
        if element.get("aria-controls") is None or not is_html(element) or not is_exposed(element):
            continue
        role = semantic_role(element)
        is_open = role == "combobox" and (element.get("aria-expanded") or "").lower() == "true"
        if is_open or role == "scrollbar":
            found = referenced(element, "aria-controls")
            yield expect(
                element,
                bool(found),
                "What it controls is there.",
                f"Nothing has an id of {element.attributes['aria-controls']!r}.",
            )


RULE = Rule(
    id="act-in6db8",
    name="ARIA required ID references exist",
    criteria=(),
    applicability="Any aria-controls attribute on an exposed scrollbar or on a combobox that is expanded.",
    expectation="At least one of its ids is an element's in the same document or shadow tree.",
    check=check,
)
