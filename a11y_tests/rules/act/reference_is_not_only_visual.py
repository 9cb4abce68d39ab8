"""What a text tells people to use is named by more than how it looks or where it is."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from playwright.sync_api import Error as BrowserError

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.roles import semantic_role

_TELLS = re.compile(
    r"\b(click|press|find|select|choose|tap|use|look|see|go to|navigate|klik|tryk|find|vælg|brug|se|gå til)\b", re.I
)
# Who is told to press something is told of a thing on the page; who is told to look may look at the sky.
_PRESSES = re.compile(
    r"\b(click|press|select|tap|klik|tryk)\b|"
    r"\b(under|in|behind|beside|by|next to|i|bag|ved) (the )?(star|triangle|circle|diamond|stjernen?|trekanten?)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:on|at|to|in) the (right|left|top|bottom)\b|\btil (højre|venstre)\b|\b(øverst|nederst)\b", re.I
)
_SHAPES = (
    "round|square|triangle|triangular|circle|circular|star|diamond|oval|rectangular|red|green|blue|yellow|orange|"
    "purple|pink|runde|firkantede|trekantede|røde|grønne|blå|gule|stjerne|trekant"
)
_LOOK = re.compile(rf"\b(?:the|den|det|de)\s+({_SHAPES})\b", re.I)
_THINGS = (
    "menu navigation button link image icon list form search box panel column field tab knap knappen link billede ikon "
    "liste listen formular felt feltet menuen navigationen"
)
_NOUN = re.compile(rf"\b({'|'.join(_THINGS.split())})\b", re.I)
_QUOTED = re.compile(r"[\"“”„»«']([^\"“”„»«']{2,60})[\"“”„»«']")
# What a thing is called in the tree, so that the word leads a listener to it if there is only one.
_ROLES = {"navigation": "navigation", "navigationen": "navigation", "search": "search", "button": "button"}
_BLOCKS = frozenset({"p", "li", "td", "dd", "div", "label", "figcaption", "span", "h1", "h2", "h3", "h4", "h5", "h6"})


def check(subject: Subject) -> Iterator[Finding]:
    """Instructions with words for places, shapes or colours are held against the names that the page gives."""
    texts = [one for one in subject.snapshot.all if one.tag in _BLOCKS and _says_something(one)]
    for element in texts:
        text = element.text_content
        words = {
            word.lower() for found in (_PLACE, _LOOK) for hit in found.finditer(text) for word in hit.groups() if word
        }
        if not words or not _TELLS.search(text):
            yield passed(element, "It tells of nothing by its looks or place.")
        else:
            yield _judged(subject, element, text, words)


def _says_something(element: Element) -> bool:
    """Whether it holds text itself, not only in blocks of its own."""
    own = any(one.kind == TEXT and one.text.strip() and one.is_rendered for one in element.children)
    around = next(element.above, None)
    return (
        own
        and (is_seen(element) or is_exposed(element))
        and not (element.tag == "span" and around is not None and around.tag in _BLOCKS)
    )


def _judged(subject: Subject, element: Element, text: str, words: set[str]) -> Finding:
    if any(quoted.lower() in name for quoted in _QUOTED.findall(text) for name in _names(subject, element)):
        return passed(element, "What is meant is also named in quotation marks.")
    if all(any(word in name for name in _names(subject, element)) for word in words):
        return passed(element, "The word for its looks is part of what it is called.")
    nouns = [noun.lower() for noun in _NOUN.findall(text)]
    if any(_is_unique(subject, element, noun) for noun in nouns):
        return passed(element, "What is meant can be found by its name or kind, too.")
    links = [one.attributes["href"] for one in element.elements if one.tag == "a" and one.get("href")]
    if links and not _PLACE.search(text):
        return _elsewhere(subject, element, links[0], words)
    if nouns or (_LOOK.search(text) and _PRESSES.search(text)):
        return failed(element, f"Only {', '.join(sorted(words))} says what is meant: {text[:80]}")
    return cannot_tell(element, f"Is what this means named otherwise, too? {text[:80]}")


def _names(subject: Subject, besides: Element) -> Iterator[str]:
    """Names of what is on the page, and the texts that are not part of the instruction."""
    inside = {id(one) for one in (besides, *besides.below)}
    for one in subject.snapshot.all:
        if id(one) in inside or not (is_exposed(one) or is_seen(one)) or any(id(up) in inside for up in one.above):
            continue
        if one.accessible_name and one.tag != "iframe" and one.role not in ("generic", "none"):
            yield one.accessible_name.lower()
        own = " ".join(child.text for child in one.children if child.kind == TEXT)
        if own.strip():
            yield own.lower()


def _is_unique(subject: Subject, besides: Element, noun: str) -> bool:
    """Whether one thing is called so, or is the only one of its kind."""
    role = _ROLES.get(noun)
    if role and sum(semantic_role(one) == role and is_exposed(one) for one in subject.snapshot.all) == 1:
        return True
    return any(noun in re.findall(r"\w+", name) for name in _names(subject, besides))


def _elsewhere(subject: Subject, element: Element, link: str, words: set[str]) -> Finding:
    """What is meant may be on the page that the instruction links to: there the word must stand."""
    try:
        answer = subject.page.context.request.get(urljoin(element.document.url, link))
        body = re.sub(r"<[^>]+>", " ", answer.text()).lower() if answer.ok else ""
    except BrowserError:
        body = ""
    if not body:
        return cannot_tell(element, f"Is what this means named otherwise, too? {element.text_content[:80]}")
    if all(word in body for word in words):
        return passed(element, "The word for its looks is part of what it is called on the page that is linked.")
    return failed(element, f"Nothing on the page that is linked is called {', '.join(sorted(words))}.")


RULE = Rule(
    id="act-9bd38c",
    name="Content has alternative for visual reference",
    criteria=("1.3.3",),
    applicability="Texts that can be seen or are in the accessibility tree.",
    expectation="Where one tells people what to use by words for looks or places, it can be found without them, too.",
    check=check,
)
