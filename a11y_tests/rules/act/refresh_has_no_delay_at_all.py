"""A page does not move on, or load itself anew, after a while: no exception for a long one."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.refreshing import first_refresh


def check(subject: Subject) -> Iterator[Finding]:
    """The first meta element that makes the browser refresh does so at once."""
    found = first_refresh(subject)
    if found is None:
        return
    seconds, element = found
    bad = f"The page moves on by itself after {seconds} seconds."
    yield expect(element, seconds == 0, "The page moves on at once.", bad, seconds=seconds)


RULE = Rule(
    id="act-bisz58",
    name="Meta element has no refresh delay (no exception)",
    criteria=("2.2.4", "3.2.5"),
    applicability="The first meta element of a page with http-equiv refresh and a valid time in its content.",
    expectation="The time is 0.",
    check=check,
)
