"""What stands on every page of a site, and what is this page's own: by landmarks and by lists of links."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from a11y_tests.evaluation.snapshot import BROWSERS_OWN, TEXT, Document, Element, Node
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.roles import is_marked_decorative, semantic_role

_REPEATED_ROLES = frozenset({"navigation", "complementary", "banner", "contentinfo", "search"})
_LIST_TAGS = frozenset({"ul", "ol", "menu"})
_CONTENT_TAGS = frozenset(
    {"img", "input", "select", "textarea", "video", "audio", "canvas", "svg", "object", "iframe", "embed", "meter"}
    | {"progress"}
)


class Blocks:
    """The parts of a page that repeat, and what comes after the first of them and does not."""

    def __init__(self, page: Document) -> None:
        self.page = page
        self.repeated = list(_repeated(page.root))
        inside = {id(node) for block in self.repeated for node in (block, *block.below)}
        self.content = list(perceivable(page.root))
        self.own: list[Node] = []
        has_begun = False
        for node in self.content:
            has_begun = has_begun or id(node) in inside
            if has_begun and id(node) not in inside:
                self.own.append(node)
        self._own = {id(node) for node in self.own}

    @property
    def before_own(self) -> list[Element]:
        """The repeated blocks that come before something of the page's own."""
        if not self.own:
            return []
        order = {id(node): place for place, node in enumerate(self.content)}
        last = order[id(self.own[-1])]
        return [block for block in self.repeated if any(order[id(one)] < last for one in perceivable(block))]

    def is_own(self, node: Node | None) -> bool:
        """Whether it is content of the page's own, after repeated content."""
        return node is not None and id(node) in self._own

    def first_in(self, element: Element) -> Node | None:
        """The first content in an element, None where there is none."""
        return next(perceivable(element), None)

    def first_from(self, element: Element) -> Node | None:
        """The first content from the beginning of an element on: in it or after it."""
        seen = False
        content = {id(one) for one in self.content}
        for node in self.page.root.below:
            seen = seen or node is element
            if seen and id(node) in content:
                return node
        return None


def perceivable(top: Node) -> Iterator[Node]:
    """The texts, images and controls in a part of the page that can be seen or are told, in order."""
    for child in [top] if top.kind == TEXT else top.children:
        if child.shadow == BROWSERS_OWN or isinstance(child, Document):
            continue
        if child.kind == TEXT:
            around = next(child.above, None)
            if child.text.strip() and child.is_rendered and around is not None and _is_perceived(around):
                yield child
        elif isinstance(child, Element) and not child.pseudo:
            if child.tag in _CONTENT_TAGS:
                if _is_perceived(child) and not is_marked_decorative(child):
                    yield child
            else:
                yield from perceivable(child)


def _is_perceived(element: Element) -> bool:
    return is_exposed(element) or is_seen(element)


def _repeated(top: Element) -> Iterator[Element]:
    for child in top.children:
        if not isinstance(child, Element) or child.pseudo or child.tag == "head":
            continue
        role = semantic_role(child)
        if role == "main":
            continue
        if role in _REPEATED_ROLES or (child.tag in _LIST_TAGS and _leads_to_other_pages(child)):
            if next(perceivable(child), None) is not None:
                yield child
        else:
            yield from _repeated(child)


def _leads_to_other_pages(element: Element) -> bool:
    """Whether it is a list with a link to another page of the same site."""
    here = urlsplit(element.document.url)
    items = [one for one in element.children if isinstance(one, Element) and one.tag == "li"]
    links = [one.attributes["href"] for one in element.elements if one.tag == "a" and one.get("href")]
    others = [urlsplit(link) for link in links if not link.startswith(("#", "javascript:", "mailto:", "tel:"))]
    return len(items) > 1 and any(not link.netloc or link.netloc == here.netloc for link in others)
