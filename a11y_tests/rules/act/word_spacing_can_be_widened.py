"""No style attribute holds words closer together than readers need."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.spacing import judge_spacing

LEAST = 0.16


def check(subject: Subject) -> Iterator[Finding]:
    """What is !important in a style attribute cannot be overruled by a reader's style sheet."""
    yield from judge_spacing(subject.snapshot, "word-spacing", LEAST)


RULE = Rule(
    id="act-9e45ec",
    name="Important word spacing in style attributes is wide enough",
    criteria=("1.4.12",),
    applicability="HTML elements with visible text whose style attribute declares word-spacing as !important.",
    expectation="The word spacing is at least 0.16 times the font size.",
    check=check,
)
