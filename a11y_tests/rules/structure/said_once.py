"""What is said is said once."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain

# Their titles are their names, or what they stand for.
NAMED_BY_TITLE = frozenset({"abbr", "dfn", "iframe", "frame", "svg", "link", "style", "optgroup", "option"})


def check(subject: Subject) -> Iterator[Finding]:
    """A title adds to the name, an image in a link to its words, and no two links to one place stand side by side."""
    previous: Element | None = None
    for element in subject.snapshot.all:
        if not element.is_in_tree:
            continue
        if element.get("title") and element.tag not in NAMED_BY_TITLE:
            yield _of_title(element)
        if element.tag == "a" and element.get("href"):
            yield from _of_images(element)
            if previous is not None and _is_doubled(previous, element):
                yield failed(element, "It leads where the link before it leads: both can be one link.")
            previous = element


def _of_title(element: Element) -> Finding:
    title, said = plain(element.attributes["title"]), plain(element.get("alt") or element.text_content)
    if said and title == said:
        return failed(element, "Its title repeats its words.")
    if element.tag == "img" and said:
        return failed(element, "Its title says other than its alt: one of them is not heard, or not seen.")
    return passed(element, "Its title says more.")


def _of_images(link: Element) -> Iterator[Finding]:
    words = plain(link.text_content)
    for image in (one for one in link.elements if one.tag == "img" and one.get("alt")):
        if words:
            doubled = plain(image.attributes["alt"]) in (words, "")
            yield (
                failed(image, "Its alt repeats the words of the link.")
                if doubled
                else passed(image, "It adds to them.")
            )


def _is_doubled(before: Element, link: Element) -> bool:
    """Whether two links to one place stand side by side, the one with an image, with no words between them."""
    if before.get("href") != link.get("href") or _is_around(before, link) or not _touch(before, link):
        return False
    return any(one.tag in ("img", "svg") for link_ in (before, link) for one in link_.elements)


def _is_around(one: Element, other: Element) -> bool:
    return any(around is one for around in other.above)


def _touch(before: Element, link: Element) -> bool:
    """Whether nothing but space stands between two siblings, or two children of siblings."""
    for one, other in ((before, link), (before.parent, link), (before, link.parent), (before.parent, link.parent)):
        if isinstance(one, Element) and isinstance(other, Element) and one.parent is other.parent and one is not other:
            siblings = [child for child in one.parent.children if _counts(child)] if one.parent else []
            return any(first is one and second is other for first, second in pairwise(siblings))
    return False


def _counts(node: Node) -> bool:
    if node.kind == TEXT:
        return bool(node.text.strip())
    return isinstance(node, Element) and not node.pseudo and node.tag != "br"


RULE = Rule(
    id="own-said-once",
    name="What is said is said once",
    criteria=(),
    applicability="Every title attribute, every image with words in a link, and every two links side by side.",
    expectation="The title and the alt add something, and the links lead to two places.",
    check=check,
)
