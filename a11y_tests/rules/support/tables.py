"""Tables as a grid of cells, and which header cells head which cells, as HTML has it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.ownership import owned
from a11y_tests.rules.support.roles import explicit_role, semantic_role

_TABLES = frozenset({"table", "grid", "treegrid"})
_HEADERS = frozenset({"columnheader", "rowheader"})
_CELLS = frozenset({"cell", "gridcell"}) | _HEADERS


@dataclass(frozen=True, eq=False)
class Cell:
    """A cell, and the slots that it covers: from (x, y), width by height."""

    element: Element
    x: int
    y: int
    width: int = 1
    height: int = 1


@dataclass
class Grid:
    """A table's cells in their places."""

    table: Element
    cells: list[Cell] = field(default_factory=list)

    @property
    def headers(self) -> list[Element]:
        """The header cells that assistive technology meets as such."""
        found = [cell.element for cell in self.cells]
        return [one for one in found if semantic_role(one) in _HEADERS and is_exposed(one)]


def grids_of(page: Document) -> Iterator[Grid]:
    """The tables and grids of a page that assistive technology meets."""
    for element in page.all:
        if semantic_role(element) in _TABLES and is_exposed(element):
            yield _native(element) if element.tag == "table" else _by_roles(element)


def _number(element: Element, name: str, limit: int) -> int:
    value = (element.get(name) or "").strip()
    return min(max(int(value), 1), limit) if value.isdigit() else 1


def _rows(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table.children:
        if isinstance(child, Element) and child.tag in ("tbody", "thead", "tfoot"):
            rows += [row for row in child.children if isinstance(row, Element) and row.tag == "tr"]
        elif isinstance(child, Element) and child.tag == "tr":
            rows.append(child)
    return rows


def _native(table: Element) -> Grid:
    grid, taken = Grid(table), set[tuple[int, int]]()
    for y, row in enumerate(_rows(table)):
        x = 0
        for element in row.children:
            if not isinstance(element, Element) or element.tag not in ("td", "th"):
                continue
            while (x, y) in taken:
                x += 1
            width, height = _number(element, "colspan", 1000), _number(element, "rowspan", 1000)
            taken.update((x + across, y + down) for across in range(width) for down in range(height))
            grid.cells.append(Cell(element, x, y, width, height))
            x += width
    return grid


def _by_roles(table: Element) -> Grid:
    grid = Grid(table)
    rows = [one for one in _owned_rows(table) if is_exposed(one)]
    for y, row in enumerate(rows):
        x = 0
        for element in (one for one in owned(row) if semantic_role(one) in _CELLS):
            place = element.get("aria-colindex") or ""
            x = int(place) - 1 if place.isdigit() and int(place) > 0 else x
            width = _number(element, "aria-colspan", 1000)
            grid.cells.append(Cell(element, x, y, width, _number(element, "aria-rowspan", 1000)))
            x += width
    return grid


def _owned_rows(table: Element) -> Iterator[Element]:
    for one in owned(table):
        if semantic_role(one) == "row":
            yield one
        elif semantic_role(one) == "rowgroup":
            yield from (row for row in owned(one) if semantic_role(row) == "row")


def headers_with_cells(grid: Grid) -> set[Element]:
    """The header cells that at least one other cell is assigned to."""
    headers = set(grid.headers)
    found: set[Element] = set()
    for cell in grid.cells:
        named = (cell.element.get("headers") or "").split()
        if named:
            found.update(one for one in headers if one.get("id") in named and one is not cell.element)
        else:
            found.update(one.element for one in grid.cells if one.element in headers and _heads(one, cell, grid))
    return found


def headers_of(element: Element, grid: Grid) -> list[Element]:
    """The header cells that a cell is assigned to."""
    cell = next((one for one in grid.cells if one.element is element), None)
    if cell is None:
        return []
    named = (element.get("headers") or "").split()
    if named:
        return [one for one in grid.headers if one.get("id") in named]
    headers = set(grid.headers)
    return [one.element for one in grid.cells if one.element in headers and _heads(one, cell, grid)]


def _heads(header: Cell, cell: Cell, grid: Grid) -> bool:
    if header is cell:
        return False
    down, across = _ways(header, grid)
    in_column = _meet(header.x, header.width, cell.x, cell.width) and cell.y >= header.y + header.height
    in_row = _meet(header.y, header.height, cell.y, cell.height) and cell.x >= header.x + header.width
    # In a grid of roles a header may also stand behind what it heads.
    if grid.table.tag != "table":
        in_column = in_column or (_meet(header.x, header.width, cell.x, cell.width) and cell.y != header.y)
        in_row = in_row or (cell.y == header.y and not _is_header(cell))
    return (down and in_column) or (across and in_row)


def _is_header(cell: Cell) -> bool:
    return semantic_role(cell.element) in _HEADERS


def _meet(start: int, size: int, other: int, other_size: int) -> bool:
    return start < other + other_size and other < start + size


def _ways(header: Cell, grid: Grid) -> tuple[bool, bool]:
    """Whether it heads cells below it, and whether beside it."""
    scope, role = (header.element.get("scope") or "").lower(), explicit_role(header.element)
    if header.element.tag != "th" or role in _HEADERS:
        return role == "columnheader", role == "rowheader"
    if scope in ("col", "colgroup"):
        return True, False
    if scope in ("row", "rowgroup"):
        return False, True
    others = [one for one in grid.cells if one.element.tag == "td"]
    data_beside = any(_meet(header.y, header.height, one.y, one.height) for one in others)
    data_below = any(_meet(header.x, header.width, one.x, one.width) for one in others)
    if not data_beside:
        return True, False
    # By HTML a header with data beside and below heads nothing; browsers are kinder.
    return data_below, True
