"""What is called the current page is the page that one is on."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.text import plain

AROUND = frozenset({"nav", "ol", "ul", "menu"})


def check(subject: Subject) -> Iterator[Finding]:
    """A link to another page that says it is this one, while this one stands beside it, tells people a wrong place."""
    headings = {plain(one.text_content) for one in subject.snapshot.own if one.tag == "h1"}
    for element in subject.snapshot.own:
        if element.get("aria-current") != "page" or element.get("href") is None or not is_exposed(element):
            continue
        if _leads_here(element, subject.url):
            yield passed(element, "It leads to this page.")
        elif any(_is_this_page(one, subject.url, headings) for one in _beside(element)):
            yield failed(element, "It is called the current page and leads to another; this page stands beside it.")
        else:
            yield cannot_tell(element, "It is called the current page and leads to another: is this page a part of it?")


def _beside(element: Element) -> Iterator[Element]:
    """The other items of the list or navigation that it stands in: links, and words that are none."""
    around = next((one for one in element.above if one.tag in AROUND), None)
    for one in around.elements if around is not None else ():
        if one is not element and (one.tag == "a" or not any(isinstance(inner, Element) for inner in one.children)):
            yield one


def _is_this_page(item: Element, address: str, headings: set[str]) -> bool:
    if item.get("aria-current"):
        return False
    if item.get("href") is not None:
        return bool(item.attributes["href"]) and item.attributes["href"][0] != "#" and _leads_here(item, address)
    return plain(item.text_content) in headings and bool(item.text_content)


def _leads_here(link: Element, address: str) -> bool:
    target = urldefrag(urljoin(link.document.url or address, link.attributes["href"])).url
    return target.rstrip("/") == urldefrag(address).url.rstrip("/")


RULE = Rule(
    id="own-current-is-this-page",
    name="What is called the current page is this page",
    criteria=("1.3.1", "4.1.2"),
    applicability='Every link with aria-current="page".',
    expectation="It leads to this page, or no item beside it does.",
    check=check,
)
