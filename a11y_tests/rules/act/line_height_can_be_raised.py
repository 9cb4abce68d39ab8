"""No style attribute holds lines closer together than readers need."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.spacing import judge_spacing

LEAST = 1.5


def check(subject: Subject) -> Iterator[Finding]:
    """What is !important in a style attribute cannot be overruled by a reader's style sheet."""
    yield from judge_spacing(subject.snapshot, "line-height", LEAST, lines=2)


RULE = Rule(
    id="act-78fd32",
    name="Important line height in style attributes is wide enough",
    criteria=("1.4.12",),
    applicability="HTML elements with visible text of several lines whose style attribute declares line-height as "
    "!important.",
    expectation="The line height is at least 1.5 times the font size.",
    check=check,
)
