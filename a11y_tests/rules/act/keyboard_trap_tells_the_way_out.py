"""Where the Tab key does not lead out, the page says which keys do, and they do."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.walking import find_trap, way_out


def check(subject: Subject) -> Iterator[Finding]:
    """The combinations of keys that the page names are tried from within the trap."""
    trap = find_trap(subject)
    if trap is None:
        return
    keys = way_out(subject, trap)
    for element in trap.elements(subject.snapshot):
        yield expect(
            element, bool(keys), f"{keys} leads out, and the page says so.", "The page tells of no keys that lead out."
        )


RULE = Rule(
    id="act-ebe86a",
    name="Focusable element has no keyboard trap via non-standard navigation",
    criteria=(),
    applicability="Any focusable HTML or SVG element from which standard keyboard navigation does not lead out.",
    expectation="Help that is there or can be opened inside tells of keys, and they lead out.",
    check=check,
    acts=True,
    quick=False,
)
