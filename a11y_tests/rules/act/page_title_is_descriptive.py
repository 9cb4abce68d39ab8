"""The title of a page says what the page is about."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.roles import is_svg, semantic_role
from a11y_tests.rules.support.text import plain, telling_words

_EMPTY = {
    "untitled", "untitled document", "untitled page", "document", "page", "title", "page title", "new page", "index",
    "index html", "index htm", "default", "home html", "unavngivet", "side", "ny side", "titel", "test",
}  # fmt: skip
_PARTS = re.compile(r"\s+[-–—|·:»/]\s+|[:|·]\s+")
_ENOUGH, _MORE = 0.5, 3
_LEAST_WORDS = 4


def check(subject: Subject) -> Iterator[Finding]:
    """The words of the title stand in the page, and those of its main heading are not all left out."""
    page = subject.snapshot
    titles = [one for one in page.own if one.tag == "title" and not is_svg(one)]
    if page.root.tag != "html" or not titles or not titles[0].text_content:
        return
    yield _judged(titles[0], page)


def _judged(title: Element, page: Document) -> Finding:
    text = title.text_content
    if plain(text) in _EMPTY:
        return failed(title, f'The title "{text}" says nothing.')
    content = telling_words(_spoken(page))
    if len(content) < _LEAST_WORDS or not telling_words(text):
        return cannot_tell(title, f'Does the title "{text}" say what the page is about?')
    if max(_share(part, content) for part in (text, *_PARTS.split(text))) < _ENOUGH:
        return failed(title, f'The title "{text}" is about something else than the page.')
    heading = next((one for one in page.own if one.tag == "h1" and semantic_role(one) == "heading"), None)
    if heading is not None and _leaves_out(text, heading.text_content):
        return failed(title, f'The title "{text}" leaves out what the page is about: "{heading.text_content[:80]}".')
    return passed(title, f'The title "{text}" has to do with the page.')


def _spoken(page: Document) -> str:
    names = [one.get("alt") or one.get("aria-label") or one.get("value") or "" for one in page.own]
    return " ".join([_visible(page), *names])


def _visible(page: Document) -> str:
    body = next((one for one in page.own if one.tag == "body"), page.root)
    texts = [node.text for node in body.below if node.text and not any(up.tag == "title" for up in node.above)]
    return " ".join(texts)


def _share(text: str, content: list[str]) -> float:
    """The share of the words of a text that stand in the content, if only as a part of a compound."""
    told = telling_words(text)
    found = [word for word in told if any(word in one for one in content)]
    return len(found) / len(told) if told else 0.0


def _leaves_out(title: str, heading: str) -> bool:
    """Whether the title says only where the page is: the heading ends with it, and says much more before."""
    told, more = telling_words(title), telling_words(heading)
    rest = [word for word in more if word not in told]
    return bool(told) and more[-len(told) :] == told and len(rest) >= _MORE


RULE = Rule(
    id="act-c4a8a4",
    name="HTML page title is descriptive",
    criteria=("2.4.2",),
    applicability="The first title element of a page, if it holds text.",
    expectation="It describes the topic or the purpose of the page.",
    check=check,
)
