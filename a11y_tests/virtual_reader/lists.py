"""How lists and tables begin, and what stands before an item."""

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.virtual_reader.telling import role_of
from a11y_tests.virtual_reader.words import Words


def size(element: Element, role: str, words: Words) -> str:
    """How a list or table is announced."""
    inside = list(element.elements)
    if role == "list":
        items = [one for one in inside if one.role in ("listitem", "term") and _list_of(one) is element]
        return words.item if len(items) == 1 else words.items.format(len(items))
    rows = [one for one in inside if one.role == "row"]
    cells = ("cell", "gridcell", "columnheader", "rowheader")
    columns = max((sum(one.role in cells for one in row.elements) for row in rows), default=0)
    return f"{element.accessible_name} {words.table.format(len(rows), columns)}".lstrip()


def _list_of(item: Element) -> Element | None:
    return next((one for one in item.above if role_of(one) == "list"), None)


def marker(item: Element, bullet: str) -> str:
    """What stands before an item of a list: its number, or the word for a bullet."""
    kind = item.style.get("list-style-type", "none")
    around = next(item.above, None)
    if kind == "none" or around is None:
        return ""
    if around.tag != "ol":
        return f"{bullet} "
    alike = [one for one in around.children if isinstance(one, Element) and one.tag == "li"]
    start = around.get("start") or "1"
    return f"{alike.index(item) + (int(start) if start.lstrip('-').isdigit() else 1)}. "
