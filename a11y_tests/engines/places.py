"""Where an engine's finding is: its own way of pointing, turned into an element of the snapshot."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

from a11y_tests.evaluation.snapshot import Document, Element, Node

SHADOWS = frozenset({"#document-fragment", "shadow-root()"})
# What a server writes and the tree does not show: a nonce is hidden from scripts.
HIDDEN = frozenset({"nonce"})
Key = tuple[str, tuple[tuple[str, str], ...]]


def by_xpath(document: Document, path: str) -> Element | None:
    """The element at a path such as "/html[1]/body[1]/p[2]", or None.

    A shadow tree begins with "#document-fragment" or "shadow-root()". What points at a text or an attribute
    ("text()[1]", "@lang") stands for the element that has it.
    """
    node: Node = document
    in_shadow = False
    for step in path.strip("/").split("/"):
        name, _, index = step.rstrip("]").partition("[")
        if name in SHADOWS:
            in_shadow = True
        if name in SHADOWS or not name or name.startswith("@") or name.endswith("()"):
            continue
        alike = [child for child in _elements(node, in_shadow) if child.name == name.lower()]
        position = int(index or 1) - 1
        if position >= len(alike):
            return None
        node, in_shadow = alike[position], False
    return node if isinstance(node, Element) else None


def by_ancestry(document: Document, selectors: list[str]) -> Element | None:
    """The element at axe-core's path: "html > body > p:nth-child(2)", one for each frame or shadow tree; or None."""
    node: Node = document
    for tree, selector in enumerate(selectors):
        for level, step in enumerate(selector.split(" > ")):
            name, _, index = step.partition(":nth-child(")
            elements = list(_elements(node, in_shadow=tree > 0 and level == 0))
            if index:
                elements = elements[int(index.rstrip(")")) - 1 :][:1]
            found = next((one for one in elements if one.name == _unescaped(name)), None)
            if found is None:
                return None
            node = found
    return node if isinstance(node, Element) else None


def _unescaped(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name).lower()


def _elements(node: Node, in_shadow: bool) -> Iterator[Element]:
    """The elements that a path may step to: of the shadow tree of a host, else of its own tree; of a frame's document.

    A snapshot has a host's two trees side by side. Of a host that is in a shadow tree itself it cannot tell them
    apart, and both are given.
    """
    for child in node.children:
        if isinstance(child, Document):
            yield from _elements(child, in_shadow=False)
        elif isinstance(child, Element) and not child.pseudo and (node.shadow or bool(child.shadow) == in_shadow):
            yield child


class Source:
    """The source of a page: which element a line and a column of it stand for."""

    def __init__(self, html: str, document: Document) -> None:
        tags = _Tags()
        tags.feed(html)
        tags.close()
        self._found = tags.found
        self._starts = [start for start, _, _ in self._found]
        self._elements: dict[Key, list[Element]] = defaultdict(list)
        for element in document.own:
            self._elements[_key(element.tag, element.attributes)].append(element)

    def at(self, line: int, column: int) -> Element | None:
        """The element whose start tag stands at a line and a column, both from 1.

        None where none does, or where a script has changed the element since it came.
        """
        index = bisect_right(self._starts, (line, column)) - 1
        if index < 0 or self._found[index][1] < (line, column):
            return None
        key, number = self._found[index][2]
        alike = self._elements[key]
        return alike[number] if number < len(alike) else None


class _Tags(HTMLParser):
    """The start tags of a source: where each begins and ends, its key, and how many with that key came before."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[tuple[int, int], tuple[int, int], tuple[Key, int]]] = []
        self._seen: Counter[Key] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        lines = (self.get_starttag_text() or "").split("\n")
        end = len(lines[-1]) + (column if len(lines) == 1 else 0)
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        key = _key(tag, attributes)
        self.found.append(((line, column + 1), (line + len(lines) - 1, end), (key, self._seen[key])))
        self._seen[key] += 1


def _key(tag: str, attributes: dict[str, str]) -> Key:
    kept = {(name.lower(), value) for name, value in attributes.items() if name.lower() not in HIDDEN}
    return tag, tuple(sorted(kept))
