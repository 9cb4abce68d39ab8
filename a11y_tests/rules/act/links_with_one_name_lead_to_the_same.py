"""Links that are called the same lead to the same (level AAA)."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.namesakes import differing, namesakes


def check(subject: Subject) -> Iterator[Finding]:
    """Addresses are compared first, then what stands on the pages."""
    for name, links in namesakes(subject.snapshot):
        different, is_open = differing(subject, links)
        if different:
            yield failed(different[0][1], f'Links called "{name}" lead to different pages.')
        elif is_open:
            yield cannot_tell(links[0], f'Do all links called "{name}" lead to the same, or to equivalent pages?')
        else:
            yield passed(links[0], f'All links called "{name}" lead to the same.')


RULE = Rule(
    id="act-b20e66",
    name="Links with identical accessible names have equivalent purpose",
    criteria=("2.4.9",),
    applicability="Two or more links in the accessibility tree with the same name.",
    expectation="They lead to the same resource, or to equivalent ones.",
    check=check,
    quick=False,
)
