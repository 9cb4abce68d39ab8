"""A group of choices has a name."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

GROUPS = frozenset({"group", "radiogroup"})


def check(subject: Subject) -> Iterator[Finding]:
    """Radio buttons of one name stand in a group that says what is chosen."""
    for group in subject.snapshot.all:
        choices = [one for one in group.elements if one.role == "radio"]
        if group.role in GROUPS and choices and _is_nearest(group, choices):
            named = bool(group.accessible_name)
            yield expect(group, named, "The group has a name.", "The group of choices has no name.")


def _is_nearest(group: Element, choices: list[Element]) -> bool:
    return any(next((one for one in choice.above if one.role in GROUPS), None) is group for choice in choices)


RULE = Rule(
    id="own-group-has-name",
    name="A group of choices has a name",
    criteria=("1.3.1", "3.3.2"),
    applicability="The innermost group around radio buttons.",
    expectation="It has an accessible name.",
    check=check,
)
