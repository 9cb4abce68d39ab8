"""Names that authors give to things, and labels that point to fields."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from a11y_tests.evaluation.snapshot import Element, Node


@dataclass
class _Tree:
    """What is looked up in a document or shadow tree time and again: a page of many fields asks for each of them."""

    ids: dict[str, Element]
    all_labels: list[Element]
    labels: dict[Element, list[Element]] | None = None


_TREES: WeakKeyDictionary[Node, _Tree] = WeakKeyDictionary()


def _tree(top: Node) -> _Tree:
    if top not in _TREES:
        elements = [one for one in top.below if isinstance(one, Element)]
        ids: dict[str, Element] = {}
        for one in elements:
            if one.get("id") and tree_of(one) is top:
                ids.setdefault(one.attributes["id"], one)
        _TREES[top] = _Tree(ids, [one for one in elements if one.tag == "label"])
    return _TREES[top]


def names_given(element: Element) -> list[str]:
    """What an author wrote to name it: aria-labelledby, aria-label, alt, title, labels; only what is not empty."""
    found = [one.text_content or one.get("aria-label") or one.get("alt") or "" for one in labelled_by(element)]
    found += [element.get(name) or "" for name in ("aria-label", "alt", "title")]
    found += [label.text_content for label in labels_of(element)]
    return [" ".join(text.split()) for text in found if text.strip()]


def labelled_by(element: Element) -> list[Element]:
    """The elements that its aria-labelledby names, in its own tree."""
    return referenced(element, "aria-labelledby")


def referenced(element: Element, attribute: str) -> list[Element]:
    """The elements whose ids an attribute names, in the element's own document or shadow tree; each once."""
    ids = (element.get(attribute) or "").split()
    found = [by_id(element, one) for one in dict.fromkeys(ids)]
    return [one for one in found if one is not None]


def by_id(element: Element, wanted: str) -> Element | None:
    """The first element with an id in the same document or shadow tree."""
    return _tree(tree_of(element)).ids.get(wanted)


def tree_of(node: Node) -> Node:
    """What tells its tree: its document, or the host of the shadow tree that it is in."""
    if not node.shadow:
        return node.document
    while node.parent is not None and node.parent.shadow:
        node = node.parent
    return node.parent or node.document


def labels_of(element: Element) -> list[Element]:
    """The label elements of a field: around it, or pointing to it."""
    if element.tag not in ("button", "input", "meter", "output", "progress", "select", "textarea"):
        return []
    tree = _tree(tree_of(element))
    if tree.labels is None:
        tree.labels = {}
        for label in tree.all_labels:
            if (field := _labels(label)) is not None:
                tree.labels.setdefault(field, []).append(label)
    return tree.labels.get(element, [])


def _labels(label: Element) -> Element | None:
    wanted = label.get("for")
    if wanted is not None:
        return by_id(label, wanted)
    fields = ("button", "input", "meter", "output", "progress", "select", "textarea")
    return next((one for one in label.elements if one.tag in fields and one.get("type") != "hidden"), None)
