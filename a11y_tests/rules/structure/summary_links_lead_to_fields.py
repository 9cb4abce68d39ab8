"""The links of an error summary lead to the fields."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Every link to a place on the same page leads to something that is there."""
    document = subject.snapshot
    for link in document.own:
        target = link.get("href") or ""
        if link.tag == "a" and target.startswith("#") and len(target) > 1 and link.is_in_tree:
            there = target[1:] in document.by_id or target == "#top"
            yield expect(link, there, "It leads to a place on the page.", f"There is no {target} on the page.")


RULE = Rule(
    id="own-summary-links-lead-to-fields",
    name="A link to a place on the page leads somewhere",
    criteria=("2.4.1",),
    applicability="Every link whose address is a fragment.",
    expectation="An element of the page has that id.",
    check=check,
)
