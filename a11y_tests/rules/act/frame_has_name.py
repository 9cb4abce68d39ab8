"""Each frame that the Tab key leads into says what it is."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, tab_index
from a11y_tests.rules.support.roles import NOTHING, explicit_role


def check(subject: Subject) -> Iterator[Finding]:
    """Each iframe in the accessibility tree and in the order of focus has a name."""
    for element in subject.snapshot.all:
        if element.tag != "iframe" or not is_exposed(element) or (tab_index(element) or 0) < 0:
            continue
        if explicit_role(element) not in NOTHING:
            yield expect(element, bool(element.accessible_name), "The frame has a name.", "The frame has no name.")


RULE = Rule(
    id="act-cae760",
    name="Iframe element has non-empty accessible name",
    criteria=("4.1.2",),
    applicability="An iframe element in the accessibility tree whose content the Tab key reaches.",
    expectation="It has an accessible name.",
    check=check,
)
