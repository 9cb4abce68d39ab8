"""Headings show how a page is put together."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """There is one heading of the first level, and none skips a level on the way down."""
    headings = [one for one in subject.snapshot.own if one.role == "heading"]
    levels = [int(one.has("level") or 0) for one in headings]
    root = subject.snapshot.root
    yield expect(
        root, levels.count(1) == 1, "There is one main heading.", f"There are {levels.count(1)} main headings."
    )
    for heading, level, before in zip(headings[1:], levels[1:], levels, strict=False):
        words = f"Level {level} follows level {before}."
        yield expect(heading, level <= before + 1, "No level is skipped.", words)


RULE = Rule(
    id="own-headings-descend",
    name="One main heading, and no level is skipped",
    criteria=("1.3.1",),
    applicability="The headings of a page that assistive technology meets.",
    expectation="One is of level 1; each is at most one level below the one before.",
    check=check,
)
