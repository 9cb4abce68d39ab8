"""No style attribute holds letters closer together than readers need."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.spacing import judge_spacing

LEAST = 0.12


def check(subject: Subject) -> Iterator[Finding]:
    """What is !important in a style attribute cannot be overruled by a reader's style sheet."""
    yield from judge_spacing(subject.snapshot, "letter-spacing", LEAST)


RULE = Rule(
    id="act-24afc2",
    name="Important letter spacing in style attributes is wide enough",
    criteria=("1.4.12",),
    applicability="HTML elements with visible text whose style attribute declares letter-spacing as !important.",
    expectation="The letter spacing is at least 0.12 times the font size.",
    check=check,
)
