"""A page is in the language that it says it is in."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import is_in, is_known, joined, own_texts, spoken_in
from a11y_tests.rules.support.pages import html_page


def check(subject: Subject) -> Iterator[Finding]:
    """All text that takes its language from the page is looked at, with the title and the names of images."""
    root = html_page(subject)
    tag = (root.get("lang") or "").strip() if root is not None else ""
    if root is None or not tag or not is_known(tag):
        return
    text = joined(iter([subject.snapshot.title, *own_texts(root)])).strip()
    if not any(character.isalpha() for character in text):
        return
    right = is_in(text, tag)
    if right is None:
        yield cannot_tell(root, f'Is the page in the language "{tag}"? {text[:80]}', text=text[:200])
    elif right:
        yield passed(root, f'The page may well be in the language "{tag}".')
    else:
        found = spoken_in(text, tag)
        message = f'The page says that it is in the language "{tag}", but is in "{found}".'
        yield failed(root, message, text=text[:200], language=found)


RULE = Rule(
    id="act-ucwvc8",
    name="HTML page language subtag matches default language",
    criteria=("3.1.1",),
    applicability="The html element of a text/html page with a known language, if any text takes its language from it.",
    expectation="The language is the one in which most of that text is.",
    check=check,
)
