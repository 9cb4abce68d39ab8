"""Each link says something."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import links_of
from a11y_tests.rules.support.roles import is_svg


def check(subject: Subject) -> Iterator[Finding]:
    """Each link of HTML in the accessibility tree has a name."""
    for link, name in links_of(subject.snapshot):
        if not is_svg(link):
            yield expect(link, bool(name), "The link has a name.", "The link has no name.")


RULE = Rule(
    id="act-c487ae",
    name="Link has non-empty accessible name",
    criteria=("2.4.4", "4.1.2"),
    applicability="An HTML element in the accessibility tree with the role link, or one that inherits from it.",
    expectation="It has an accessible name.",
    check=check,
)
