"""Nothing that was meant for machines is said."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.raw import is_shown, left_over, markup
from a11y_tests.virtual_reader.phrase import DESCRIPTION, TEXT, TITLE
from a11y_tests.virtual_reader.reading import read


def check(subject: Subject) -> Iterator[Finding]:
    """No text holds markup, an entity or a placeholder that nobody filled."""
    for phrase in read(subject.snapshot, subject.language):
        if phrase.kind in (TEXT, TITLE, DESCRIPTION) and not is_shown(phrase.element):
            left = left_over(phrase.said) or markup(phrase.said)
            yield expect(phrase.element, not left, "It is made of words.", f"This is said to people: {left!r}")


RULE = Rule(
    id="own-text-is-written-out",
    name="No markup and no placeholder is said",
    criteria=(),
    applicability="The title, and every text and description that is said, outside of code.",
    expectation="It holds no markup, no escaped entity, and no placeholder of a template or script.",
    check=check,
)
