"""A table can be followed cell by cell."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.tables import Cell, Grid, grids_of

CONTENT = frozenset(
    {"img", "svg", "input", "select", "textarea", "button", "canvas", "video", "audio", "iframe", "meter"}
)
FEWEST_CELLS = 4  # fewer are overlooked at a glance


def check(subject: Subject) -> Iterator[Finding]:
    """Each table has a caption, headers that say which way they lead, filled cells, even rows, and none inside it."""
    for grid in grids_of(subject.snapshot):
        if grid.table.tag == "table" and grid.cells:
            faults = list(_faults(grid))
            yield failed(grid.table, " ".join(faults)) if faults else passed(grid.table, "It can be followed.")


def _faults(grid: Grid) -> Iterator[str]:
    headers = [cell for cell in grid.cells if cell.element.tag == "th"]
    if any(one.tag == "table" and is_exposed(one) for one in grid.table.elements):
        yield "Another table is inside it."
    if not headers:
        if _ranks(grid, "x") == 1 or _ranks(grid, "y") == 1:
            yield "It has one row or one column and no headers: it lays out, and does not say so (role=presentation)."
        return
    if len(grid.cells) == len(headers):
        yield "It has headers, and no cells that they head."
    if len(grid.cells) >= FEWEST_CELLS and not grid.table.accessible_name and not _has_caption(grid.table):
        yield "It has no caption and no name."
    if any(not _is_filled(one.element) for one in headers):
        yield "A header is empty: where nothing is headed, a td is right."
    yield from _of_headers(grid, headers)
    yield from _of_cells(grid)


def _of_headers(grid: Grid, headers: list[Cell]) -> Iterator[str]:
    """Headers above and beside the cells must say which they are."""
    unclear = [one for one in headers if one.element.get("scope") is None and one.element.get("id") is None]
    cells = [one for one in grid.cells if one.element.tag == "td"]
    beside = [one for one in unclear if any(cell.y == one.y and cell.x > one.x for cell in cells)]
    above = [one for one in unclear if one not in beside]
    if beside and above:
        yield f"{len(unclear)} headers stand above or beside their cells without a scope."


def _of_cells(grid: Grid) -> Iterator[str]:
    first = min(cell.x for cell in grid.cells), min(cell.y for cell in grid.cells)
    empty = [
        one for one in grid.cells if one.element.tag == "td" and (one.x, one.y) != first and not _is_filled(one.element)
    ]
    if empty:
        yield f"{len(empty)} of its cells are empty: a word such as 'none' tells that nothing is missing."
    # A row of one cell is the title of a part.
    cuts = {tuple(cell.width for cell in row) for row in _rows(grid) if len(row) > 1}
    if len({len(cut) for cut in cuts}) > 1:
        yield "Its rows are cut into different numbers of cells."


def _rows(grid: Grid) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        for down in range(cell.height):
            rows.setdefault(cell.y + down, []).append(cell)
    return list(rows.values())


def _ranks(grid: Grid, name: str) -> int:
    return len({getattr(cell, name) for cell in grid.cells})


def _is_filled(cell: Element) -> bool:
    return bool(cell.text_content or cell.accessible_name) or any(one.tag in CONTENT for one in cell.elements)


def _has_caption(table: Element) -> bool:
    return any(one.tag == "caption" and one.text_content for one in table.elements)


RULE = Rule(
    id="own-table-is-plain",
    name="A table can be followed cell by cell",
    criteria=(),
    applicability="Every table that assistive technology meets as one.",
    expectation="It has a caption, headers with words and a scope, rows alike, no empty cells, and no table inside it.",
    check=check,
)
