"""Each heading has text."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import GLOBAL
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import NOTHING, explicit_role, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """Each heading in the accessibility tree has a name."""
    for element in subject.snapshot.all:
        if _is_heading(element) and is_exposed(element):
            yield expect(element, bool(element.accessible_name), "The heading has text.", "The heading has no text.")


def _is_heading(element: Element) -> bool:
    if semantic_role(element) == "heading":
        return True
    # A global attribute, even an empty one, is a sign that role none was a mistake.
    is_native = element.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and explicit_role(element) in NOTHING
    return is_native and any(element.get(f"aria-{name}") is not None for name in GLOBAL - {"hidden"})


RULE = Rule(
    id="act-ffd0e9",
    name="Heading has non-empty accessible name",
    criteria=("1.3.1", "2.4.6"),
    applicability="A heading in the accessibility tree.",
    expectation="It has an accessible name.",
    check=check,
)
