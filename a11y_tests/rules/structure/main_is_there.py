"""The content is in the main landmark."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """A screen reader's users jump to the main landmark; the main heading is in it."""
    document = subject.snapshot
    mains = [one for one in document.own if one.role == "main"]
    root = document.root
    yield expect(root, len(mains) == 1, "There is one main landmark.", f"There are {len(mains)} main landmarks.")
    for heading in (one for one in document.own if one.tag == "h1" and one.is_in_tree):
        inside = any(one.role == "main" for one in heading.above)
        yield expect(heading, inside, "The main heading is in it.", "The main heading is outside the main landmark.")


RULE = Rule(
    id="own-main-is-there",
    name="The content is in one main landmark",
    criteria=("1.3.1",),
    applicability="Every page.",
    expectation="It has one main landmark, and its h1 is in it.",
    check=check,
)
