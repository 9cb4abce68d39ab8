"""Who is whose child in the accessibility tree: aria-owns first, then the tree, past what means nothing."""

from collections.abc import Iterator

from a11y_tests.evaluation.snapshot import BROWSERS_OWN, TEXT, Element, Node
from a11y_tests.rules.support.aria import GLOBAL
from a11y_tests.rules.support.exposure import is_exposed, is_focusable
from a11y_tests.rules.support.names import by_id
from a11y_tests.rules.support.roles import semantic_role


def owner(element: Element) -> Element | None:
    """The parent in the accessibility tree; None at the top."""
    claimed = claims(element).get(id(element))
    if claimed is not None:
        return claimed
    return next((one for one in element.above if not is_transparent(one)), None)


def owned(element: Element) -> Iterator[Element]:
    """The children in the accessibility tree, in order; those that aria-owns names come last."""
    yield from _inside(element, element)
    for target, by in claims(element).items():
        if by is element:
            yield next(one for one in _document_of(element).below if id(one) == target)  # type: ignore[misc]


def has_loose_text(element: Element) -> bool:
    """Whether text in it stands in no child of the accessibility tree of its own."""
    return any(_loose(child) for child in element.children)


def claims(element: Element) -> dict[int, Element]:
    """Which elements are owned through aria-owns, by the identity of each, and by whom: the first who names them."""
    root = _document_of(element)
    found = getattr(root, "_claims", None)
    if found is None:
        found = {}
        for one in root.below:
            if isinstance(one, Element) and one.get("aria-owns"):
                for name in one.attributes["aria-owns"].split():
                    target = by_id(one, name)
                    if target is not None and target is not one:
                        found.setdefault(id(target), one)
        root._claims = found  # type: ignore[attr-defined]
    return found


def is_transparent(element: Element) -> bool:
    """Whether it is no node of its own in the accessibility tree: no role, nothing said of it, no focus."""
    if semantic_role(element) not in ("", "none", "generic"):
        return False
    return not is_focusable(element) and not any(element.get(f"aria-{name}") for name in GLOBAL - {"hidden", "owns"})


def _inside(node: Node, top: Element) -> Iterator[Element]:
    for child in node.children:
        if not isinstance(child, Element) or child.shadow == BROWSERS_OWN or child.pseudo or not is_exposed(child):
            continue
        if claims(top).get(id(child)) not in (None, top):
            continue
        if id(child) in claims(top):
            continue
        if is_transparent(child):
            yield from _inside(child, top)
        else:
            yield child


def _loose(node: Node) -> bool:
    if node.kind == TEXT:
        return bool(node.text.strip()) and node.is_rendered
    if not isinstance(node, Element) or not is_exposed(node) or not is_transparent(node):
        return False
    return any(_loose(child) for child in node.children)


def _document_of(element: Element) -> Node:
    return element.document
