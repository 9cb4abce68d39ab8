"""A part of a page is in the language that it says it is in."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import is_in, is_known, joined, parts_with_language, spoken_in


def check(subject: Subject) -> Iterator[Finding]:
    """The language found in each part's text must be the one of its lang attribute."""
    for element, texts in parts_with_language(subject.snapshot):
        tag, text = element.attributes["lang"], joined(iter(texts))
        if not is_known(tag):
            continue
        right = is_in(text, tag)
        if right is None:
            yield cannot_tell(element, f'Is this in the language "{tag}"? {text[:80]}', text=text[:200])
        elif right:
            yield passed(element, f'This may well be in the language "{tag}".')
        else:
            found = spoken_in(text, tag)
            message = f'This says that it is in the language "{tag}", but is in "{found}": {text[:80]}'
            yield failed(element, message, text=text[:200], language=found)


RULE = Rule(
    id="act-off6ek",
    name="HTML element language subtag matches language",
    criteria=("3.1.2",),
    applicability="An element in a page's body with a lang attribute of a known language and text that depends on it.",
    expectation="The text is in that language.",
    check=check,
)
