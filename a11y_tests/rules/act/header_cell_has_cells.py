"""Each header cell of a table heads something."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.tables import grids_of, headers_with_cells


def check(subject: Subject) -> Iterator[Finding]:
    """Each column or row header in the accessibility tree belongs to a cell."""
    for grid in grids_of(subject.snapshot):
        heading = headers_with_cells(grid)
        for header in grid.headers:
            yield expect(header, header in heading, "The header belongs to a cell.", "The header belongs to no cell.")


RULE = Rule(
    id="act-d0f69e",
    name="Table header cell has assigned cells",
    criteria=("1.3.1",),
    applicability="A column or row header in the accessibility tree, in a table or grid.",
    expectation="At least one cell of the table is assigned to it.",
    check=check,
)
