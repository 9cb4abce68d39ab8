"""An element whose role only means something inside another stands inside that other."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import CONTEXT
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.ownership import owner
from a11y_tests.rules.support.roles import explicit_role, implicit_role, is_html_or_svg, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """A list item that is in no list is not counted, and a tab that is in no tab list is not found."""
    for element in subject.snapshot.all:
        role = explicit_role(element)
        if role not in CONTEXT or role == implicit_role(element):
            continue
        if not is_html_or_svg(element) or not is_exposed(element):
            continue
        around = owner(element)
        found = semantic_role(around) if around is not None else ""
        yield expect(
            element,
            found in CONTEXT[role],
            f"The {role} is in a {found}.",
            f"A {role} must be in {' or '.join(CONTEXT[role])}, not in {found or 'none of them'}.",
        )


RULE = Rule(
    id="act-ff89c9",
    name="ARIA required context role",
    criteria=("1.3.1",),
    applicability="Any exposed HTML or SVG element with an explicit role, not its implicit one, that needs a context.",
    expectation="It is the child, in the accessibility tree, of an element with one of the context roles.",
    check=check,
)
