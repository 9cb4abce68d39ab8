"""A link that is called what one page is called does not lead to another."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on
from a11y_tests.rules.support.text import plain, telling_words

LANGUAGE = 3  # "/en": the first page may be called what another page is, the name of it all
FIRST_ERROR = 400  # of HTTP


def check(facts: list[Facts]) -> Iterator[Finding]:
    """The names of links are held against the main headings of the pages that were seen, in one language."""
    headed = {page.url: page.headings[0] for page in facts if _is_plain(page)}
    named: dict[tuple[str, str], set[str]] = defaultdict(set)
    for page in facts:
        if _is_plain(page):
            named[page.language, plain(page.headings[0])].add(_place(page.url))
    for page in facts:
        wrong = [(name, target) for name, target in _links(page) if _lies(name, target, page.language, headed, named)]
        words = f"{page.page}: the link {wrong[0][0]!r} leads to {headed[wrong[0][1]]!r}." if wrong else ""
        yield on(page.capture, expect(None, not wrong, "No link is called as another page is.", words))


def _is_plain(page: Facts) -> bool:
    """Whether a page is as it is for everybody: no error, and no state."""
    return bool(page.headings) and not page.state and page.status < FIRST_ERROR


def _place(address: str) -> str:
    return urlsplit(address).path.rstrip("/")


def _links(page: Facts) -> Iterator[tuple[str, str]]:
    for link in page.links:
        if link.name and link.target and link.target[0] != "#":
            yield link.name, urljoin(page.url, link.target).split("#")[0].split("?")[0]


def _lies(
    name: str, target: str, language: str, headed: dict[str, str], named: dict[tuple[str, str], set[str]]
) -> bool:
    others = named.get((language, plain(name)), set())
    home = _place(target).count("/") <= 1 and len(_place(target)) <= LANGUAGE
    if target not in headed or not others or home or _place(target) in others:
        return False
    said = set(telling_words(name))
    here = set(telling_words(headed[target])) | set(telling_words(_place(target).replace("-", " ")))
    return bool(said) and not said & here


RULE = SiteRule(
    id="own-links-lead-where-they-say",
    name="A link is not called what another page is called",
    criteria=("2.4.4",),
    applicability="The links between the pages of one language that were seen.",
    expectation="None has the name of a page's main heading and leads to one of which no word is in that name.",
    check=check,
)
