"""Each link says by its own name where it leads (level AAA)."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import is_format, is_vague, links_of


def check(subject: Subject) -> Iterator[Finding]:
    """No link is called by a word that says nothing of where it leads, or by the format of a file alone."""
    for link, name in links_of(subject.snapshot):
        if name:
            bad = f'"{name}" alone does not say where the link leads.'
            yield expect(link, not (is_vague(name) or is_format(name)), "The name of the link says something.", bad)


RULE = Rule(
    id="act-aizyf1",
    name="Link is descriptive",
    criteria=("2.4.9",),
    applicability="A link in the accessibility tree with a name.",
    expectation="The name describes the purpose of the link.",
    check=check,
)
