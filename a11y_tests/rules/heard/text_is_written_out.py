"""Nothing that was meant for machines is said."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.raw import raw_part
from a11y_tests.virtual_reader.phrase import DESCRIPTION, TEXT, TITLE
from a11y_tests.virtual_reader.reading import read

# What people show each other of machines' language.
SHOWN = frozenset({"code", "pre", "kbd", "samp", "textarea"})


def check(subject: Subject) -> Iterator[Finding]:
    """No text holds markup, an entity or a placeholder that nobody filled."""
    for phrase in read(subject.snapshot, subject.language):
        if phrase.kind in (TEXT, TITLE, DESCRIPTION) and not _is_shown(phrase.element):
            left = raw_part(phrase.said)
            yield expect(phrase.element, not left, "It is made of words.", f"This is said to people: {left!r}")


def _is_shown(element: Element | None) -> bool:
    return element is not None and any(one.tag in SHOWN for one in (element, *element.above, *element.elements))


RULE = Rule(
    id="own-text-is-written-out",
    name="No markup and no placeholder is said",
    criteria=(),
    applicability="The title, and every text and description that is said, outside of code.",
    expectation="It holds no markup, no escaped entity, and no placeholder of a template or script.",
    check=check,
)
