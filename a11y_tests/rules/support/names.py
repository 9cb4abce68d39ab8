"""Names that authors give to things, and labels that point to fields."""

from a11y_tests.evaluation.snapshot import Element, Node


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
    tree = tree_of(element)
    inside = (one for one in tree.below if isinstance(one, Element) and tree_of(one) is tree)
    return next((one for one in inside if one.get("id") == wanted), None)


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
    tree = tree_of(element)
    labels = [one for one in tree.below if isinstance(one, Element) and one.tag == "label"]
    return [label for label in labels if _labels(label) is element]


def _labels(label: Element) -> Element | None:
    wanted = label.get("for")
    if wanted is not None:
        return by_id(label, wanted)
    fields = ("button", "input", "meter", "output", "progress", "select", "textarea")
    return next((one for one in label.elements if one.tag in fields and one.get("type") != "hidden"), None)
