"""A page waits for the citizen, and says nothing unasked."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import TEXT_OF_PAGE, watching

MINUTES = "02:00"


def check(subject: Subject) -> Iterator[Finding]:
    """The clock of the page is moved on by two minutes: no word comes or goes, and no other page comes."""
    page = subject.page
    if not subject.scripts:
        return
    if not subject.clock:
        page.clock.install()
        subject.reopen()
    before = page.evaluate(TEXT_OF_PAGE)
    with watching(subject) as noticed:
        page.clock.fast_forward(MINUTES)
    after = page.evaluate(TEXT_OF_PAGE)
    subject.reopen()
    root = subject.snapshot.root
    bad = f"It goes to {noticed.going}." if noticed.going else "Words come or go by themselves."
    yield expect(root, not noticed.anything and after == before, "It waits.", bad)


RULE = Rule(
    id="own-waits-quietly",
    name="A page waits, and says nothing unasked",
    criteria=("2.2.1", "2.2.3", "2.2.4"),
    applicability="Every page with scripts on.",
    expectation="Within two minutes no text appears or goes, and no other page is asked for.",
    check=check,
    acts=True,
)
