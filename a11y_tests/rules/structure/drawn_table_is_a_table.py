"""What a style sheet sets out as a table of words is a table."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.roles import semantic_role

TABLES = frozenset({"table", "grid", "treegrid", "list", "listbox", "menu", "tablist", "toolbar"})
FEWEST_ROWS, FEWEST_COLUMNS = 3, 3
MOST_WORDS = 8  # of a cell: longer ones are columns of text
WORKED = frozenset({"input", "button", "select", "textarea", "img", "svg", "video", "form", "ul", "ol", "table"})


def check(subject: Subject) -> Iterator[Finding]:
    """display: table, three rows and three columns of a few words each: whoever cannot see hears no rows or columns."""
    for element in subject.snapshot.own:
        if element.style.get("display") not in ("table", "inline-table") or element.tag == "table":
            continue
        if any(semantic_role(one) in TABLES for one in (element, *element.above)) or not _is_met(element):
            continue
        rows = [_cells(one) for one in element.elements if one.style.get("display") == "table-row"]
        if len(rows) >= FEWEST_ROWS and len({len(row) for row in rows}) == 1 and _is_data(rows):
            if len(rows[0]) >= FEWEST_COLUMNS:
                yield failed(element, f"{len(rows)} rows of {len(rows[0])} cells look like a table, and are none.")
            else:
                yield cannot_tell(element, f"Are these {len(rows)} rows a table? {rows[0][0].text_content[:40]!r}")


def _is_met(element: Element) -> bool:
    return is_seen(element) and is_exposed(element)


def _cells(row: Element) -> list[Element]:
    found = (one for one in row.children if isinstance(one, Element) and not one.pseudo)
    return [one for one in found if one.style.get("display") == "table-cell"]


def _is_data(rows: list[list[Element]]) -> bool:
    """Whether nearly all cells hold a few words, and nothing that is worked or drawn."""
    cells = [cell for row in rows for cell in row]
    short = [one for one in cells if 0 < len(one.text_content.split()) <= MOST_WORDS and not _holds_more(one)]
    return len(rows[0]) > 1 and len(short) >= len(cells) - 1


def _holds_more(cell: Element) -> bool:
    return any(one.tag in WORKED for one in cell.elements)


RULE = Rule(
    id="own-drawn-table-is-a-table",
    name="What is set out as a table of words is a table",
    criteria=("1.3.1",),
    applicability="Three rows or more of a few words each that a style sheet sets out as a table, without a role.",
    expectation="They have no more than two columns; then a person judges.",
    check=check,
)
