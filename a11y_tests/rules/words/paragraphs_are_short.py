"""A text is cut into parts that one can find one's place in."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import blocks

FEWEST, MOST = 40, 150  # words


def check(subject: Subject) -> Iterator[Finding]:
    """No block of text runs on for more than 150 words without a heading, a list or a new paragraph."""
    for block in blocks(subject.snapshot):
        if (count := block.count) >= FEWEST and block.element.tag not in ("pre", "code", "textarea"):
            words = f"{count} words stand in one block: headings, lists or paragraphs would part them."
            yield expect(block.element, count <= MOST, "It is short enough to be overlooked.", words)


RULE = Rule(
    id="own-paragraphs-are-short",
    name="Long texts are cut into parts",
    criteria=(),
    applicability="Every block of text of 40 words or more.",
    expectation="It has at most 150 words.",
    check=check,
)
