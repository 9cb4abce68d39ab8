"""What a cell names as its headers are other cells of the same table."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.roles import semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """Each id must belong to another td or th."""
    for element in subject.snapshot.all:
        table = _table_of(element)
        if element.tag not in ("td", "th") or element.get("headers") is None or table is None:
            continue
        if semantic_role(table) not in ("table", "grid", "treegrid") or not is_seen(table) or not is_exposed(table):
            continue
        cells = {one.get("id") for one in table.elements if one.tag in ("td", "th") and _table_of(one) is table}
        wrong = [one for one in element.attributes["headers"].split() if one not in cells or one == element.get("id")]
        yield expect(
            element,
            not wrong,
            "Its headers are cells of the same table.",
            f"{', '.join(wrong)}: no other cell of this table has this id.",
        )


def _table_of(element: Element) -> Element | None:
    return next((one for one in element.above if one.tag == "table"), None)


RULE = Rule(
    id="act-a25f45",
    name="Headers attribute specified on a cell refers to cells in the same table element",
    criteria=("1.3.1",),
    applicability="Any headers attribute on a cell of a table that is visible, exposed, and a table by its role.",
    expectation="Each of its tokens is the id of another cell of the same table.",
    check=check,
)
