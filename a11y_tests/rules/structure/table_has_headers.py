"""A table of data says what its rows and columns are."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A table with more than one row and column has header cells, which hold words."""
    for table in subject.snapshot.all:
        if table.tag != "table" or table.get("role") in ("presentation", "none") or not table.is_in_tree:
            continue
        rows = [one for one in table.elements if one.tag == "tr"]
        if len(rows) > 1 and max(len(_cells(row)) for row in rows) > 1:
            headers = [cell for row in rows for cell in _cells(row) if _is_header(cell) and cell.text_content]
            yield expect(table, bool(headers), "It has headers.", "None of its cells is a header.")


def _cells(row: Element) -> list[Element]:
    return [one for one in row.elements if one.tag in ("td", "th")]


def _is_header(cell: Element) -> bool:
    return cell.tag == "th" or cell.get("role") in ("columnheader", "rowheader")


RULE = Rule(
    id="own-table-has-headers",
    name="A table of data has header cells",
    criteria=("1.3.1",),
    applicability="Every table that is no layout and has more than one row and column.",
    expectation="At least one of its cells is a header with text.",
    check=check,
)
