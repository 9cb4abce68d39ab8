"""Running text: the blocks of a page that hold text of their own, whatever elements they are made of."""

from dataclasses import dataclass, field
from functools import lru_cache

from a11y_tests.evaluation.snapshot import BROWSERS_OWN, TEXT, Document, Element, Node
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.text import words

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(eq=False)
class Block:
    """An element that is a block of its own, and the texts that run in it: those of inner blocks are not its own."""

    element: Element
    texts: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What is read, white space collapsed."""
        return " ".join("".join(node.text for node in self.texts).split())

    @property
    def letters(self) -> int:
        """How many letters it has."""
        return sum(sign.isalpha() for sign in self.text)

    @property
    def count(self) -> int:
        """How many words it has."""
        return len(words(self.text))

    @property
    def size(self) -> float:
        """The size of most of its letters, in CSS pixels."""
        return size_of(max(self.texts, key=lambda node: len(node.text.strip())))

    @property
    def weight(self) -> float:
        """The weight of most of its letters: 400 is normal, 700 bold."""
        style = holder(max(self.texts, key=lambda node: len(node.text.strip()))).style
        return float(style.get("font-weight") or 400)

    def share(self, name: str, value: str) -> float:
        """The part of its letters, from 0 to 1, whose computed style has this value."""
        total = sum(len(node.text.strip()) for node in self.texts)
        having = sum(len(node.text.strip()) for node in self.texts if holder(node).style.get(name) == value)
        return having / total if total else 0.0


def holder(text: Node) -> Element:
    """The element that a text stands in."""
    return next(text.above)


def size_of(text: Node) -> float:
    """The size of a text in CSS pixels."""
    return float((holder(text).style.get("font-size") or "16px").removesuffix("px"))


@lru_cache(maxsize=1)  # rules that ask, ask one after the other about one page
def blocks(page: Document) -> tuple[Block, ...]:
    """The blocks of a page (not of its frames) with text that can be seen, in the order in which they begin."""
    found: dict[Element, Block] = {}
    seen: dict[Element, bool] = {}
    for node in page.below:
        if node.kind != TEXT or node.document is not page or not node.text.strip() or not node.boxes:
            continue
        around = next(node.above, None)
        if around is None or node.shadow == BROWSERS_OWN or around.pseudo:
            continue
        if around not in seen:
            seen[around] = is_seen(around)
        if seen[around] and (element := _block_of(around)) is not None:
            found.setdefault(element, Block(element)).texts.append(node)
    return tuple(found.values())


def _block_of(around: Element) -> Element | None:
    every = (around, *around.above)
    return next((one for one in every if not one.style.get("display", "inline").startswith(("inline", "con"))), None)
