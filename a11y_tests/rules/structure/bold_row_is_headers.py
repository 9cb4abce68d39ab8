"""A first row that looks like the heads of columns is made of header cells."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.tables import Cell, Grid, grids_of

BOLD = 600
FEWEST_COLUMNS, FEWEST_ROWS = 2, 2
HEADERS = frozenset({"columnheader", "rowheader"})


def check(subject: Subject) -> Iterator[Finding]:
    """F91: all words of the first row are bold, none of those under them is, and none of its cells is a header."""
    for grid in grids_of(subject.snapshot):
        first = [one for one in grid.cells if one.y == 0 and one.element.text_content]
        if grid.table.tag != "table" or len(first) < FEWEST_COLUMNS or _rows(grid) <= FEWEST_ROWS:
            continue
        under = [one for one in grid.cells if one.y > 0 and _is_under(one, first) and one.element.text_content]
        plain = [one for one in first if semantic_role(one.element) not in HEADERS]
        apart = bool(under) and not any(_is_bold(one.element) for one in under)
        if len(plain) >= FEWEST_COLUMNS and apart and all(_is_bold(one.element) for one in plain):
            yield failed(grid.table, f"Its first row looks like headers, and is none: {plain[0].element.text_content}")
        else:
            yield passed(grid.table, "Its first row is what it looks like.")


def _rows(grid: Grid) -> int:
    return len({one.y for one in grid.cells})


def _is_under(cell: Cell, first: list[Cell]) -> bool:
    """Whether it stands under a cell of the first row that is no header, and is none itself."""
    heads = [one for one in first if semantic_role(one.element) not in HEADERS]
    return semantic_role(cell.element) not in HEADERS and any(one.x <= cell.x < one.x + one.width for one in heads)


def _is_bold(cell: Element) -> bool:
    texts = [node for node in cell.below if node.kind == TEXT and node.text.strip() and node.is_rendered]
    return bool(texts) and all(_weight(node) >= BOLD for node in texts)


def _weight(node: Node) -> float:
    return float(next(node.above).style.get("font-weight") or 400)


RULE = Rule(
    id="own-bold-row-is-headers",
    name="A row that looks like headers is made of them",
    criteria=("1.3.1",),
    applicability="Every table of three rows or more whose first row has words in two columns or more.",
    expectation="The words of two cells or more that are no headers are not all bold over words that are not.",
    check=check,
)
