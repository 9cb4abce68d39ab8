"""The language that a part of a page says it is in exists."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import is_known, parts_with_language


def check(subject: Subject) -> Iterator[Finding]:
    """The lang attribute of each part whose text depends on it begins with a language of IANA's registry."""
    for element, _ in parts_with_language(subject.snapshot):
        tag = element.attributes["lang"]
        bad = f'"{tag}" is no language tag that is known.'
        yield expect(element, is_known(tag), f'"{tag}" is a language.', bad, tag=tag)


RULE = Rule(
    id="act-de46e4",
    name="Element with lang attribute has valid language tag",
    criteria=("3.1.2",),
    applicability="A lang attribute that is not empty, of an element in a page's body with text that depends on it.",
    expectation="Its primary subtag is a language of IANA's subtag registry.",
    check=check,
)
