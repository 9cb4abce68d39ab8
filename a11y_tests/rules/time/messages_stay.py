"""What a field says when it gets focus stays as long as focus does."""

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import TEXT_OF_PAGE, controls
from a11y_tests.rules.support.text import words

FIELDS = frozenset({"input", "select", "textarea"})
MOST = 6
SHOWN_MS, STAYS_MS = 60, 3000
FEWEST_WORDS = 3


def check(subject: Subject) -> Iterator[Finding]:
    """The first fields get focus; where words appear, they are still there three seconds later."""
    page = subject.page
    for field in [one for one in controls(subject) if one.tag in FIELDS][:MOST]:
        before = _lines(page)
        page.locator(field.selector).first.focus()
        subject.wait(SHOWN_MS)
        told = {line for line in _lines(page) - before if len(words(line)) >= FEWEST_WORDS}
        if told:
            subject.wait(STAYS_MS)
            gone = told - _lines(page)
            text = f"What it says is gone after {STAYS_MS // 1000} s: {' '.join(sorted(gone))[:80]!r}"
            yield expect(field, not gone, "What it says stays.", text)


def _lines(page: Page) -> set[str]:
    return {line.strip() for line in str(page.evaluate(TEXT_OF_PAGE)).splitlines() if line.strip()}


RULE = Rule(
    id="own-messages-stay",
    name="What a field says stays while it has focus",
    criteria=("2.2.1",),
    applicability="The first six fields at whose focus words appear.",
    expectation="They are still there three seconds later.",
    check=check,
    acts=True,
)
