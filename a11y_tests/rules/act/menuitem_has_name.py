"""Each item of a menu says something."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import is_svg, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """Each menuitem in the accessibility tree has a name."""
    for element in subject.snapshot.all:
        if semantic_role(element) == "menuitem" and is_exposed(element) and not is_svg(element):
            yield expect(element, bool(element.accessible_name), "The item has a name.", "The item has no name.")


RULE = Rule(
    id="act-m6b1q3",
    name="Menuitem has non-empty accessible name",
    criteria=("4.1.2",),
    applicability="An HTML element in the accessibility tree with the role menuitem.",
    expectation="It has an accessible name.",
    check=check,
)
