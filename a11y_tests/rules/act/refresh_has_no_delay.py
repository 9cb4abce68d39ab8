"""A page does not move on, or load itself anew, after a while."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.refreshing import LONGEST_S, first_refresh


def check(subject: Subject) -> Iterator[Finding]:
    """The first meta element that makes the browser refresh does so at once, or after more than 20 hours."""
    found = first_refresh(subject)
    if found is None:
        return
    seconds, element = found
    yield expect(
        element,
        seconds == 0 or seconds > LONGEST_S,
        "The page moves on at once, or after more than 20 hours.",
        f"The page moves on by itself after {seconds} seconds.",
        seconds=seconds,
    )


RULE = Rule(
    id="act-bc659a",
    name="Meta element has no refresh delay",
    criteria=("2.2.1",),
    applicability="The first meta element of a page with http-equiv refresh and a valid time in its content.",
    expectation="The time is 0, or more than 72000 seconds (20 hours).",
    check=check,
)
