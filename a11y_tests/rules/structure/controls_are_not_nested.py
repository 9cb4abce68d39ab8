"""No control stands inside a link."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_tab_stop
from a11y_tests.rules.support.links import LINK_ROLES
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.text import plain

INNER = frozenset({"button", "link", "checkbox", "radio", "textbox", "combobox", "switch"})


def check(subject: Subject) -> Iterator[Finding]:
    """A button in a link: focus stops twice at one thing, and nobody can tell which of them Enter presses."""
    for element in subject.snapshot.all:
        if semantic_role(element) not in LINK_ROLES or not is_tab_stop(element) or not is_exposed(element):
            continue
        inside = [one for one in element.elements if semantic_role(one) in INNER and is_tab_stop(one)]
        same = [one for one in inside if plain(one.accessible_name) == plain(element.accessible_name)]
        words = f"A control in it is the same thing twice: {same[0].html[:60]}" if same else ""
        yield expect(element, not same, "No control in it has its name.", words)


RULE = Rule(
    id="own-controls-are-not-nested",
    name="No control stands inside a link of the same name",
    criteria=("4.1.2",),
    applicability="Every link that takes focus.",
    expectation="No control in it takes focus too and has its name.",
    check=check,
)
