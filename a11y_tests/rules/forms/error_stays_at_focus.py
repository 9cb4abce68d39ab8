"""The words that tell what is wrong stay when one comes to mend it."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, TEXT_OF_PAGE
from a11y_tests.rules.support.text import words

MOST = 6
FEWEST_WORDS = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Each wrong field gets focus, and something is typed: no line of words goes."""
    wrong = [one for one in subject.snapshot.own if one.get("aria-invalid") == "true" and one.is_focusable][:MOST]
    heard = subject.hears(*FOCUS, "input", "keydown", "click")
    for field in wrong:
        before = _lines(subject)
        if heard:
            subject.page.locator(field.selector).first.focus()
            subject.wait(0)
        gone = [line for line in before - _lines(subject) if len(words(line)) >= FEWEST_WORDS]
        bad = f"With focus these words are gone: {' '.join(sorted(gone))[:80]!r}"
        yield expect(field, not gone, "What is wrong stays told.", bad)


def _lines(subject: Subject) -> Counter[str]:
    """Each line that can be read, and how often: a summary may say the same as the field."""
    text = str(subject.page.evaluate(TEXT_OF_PAGE))
    return Counter(line.strip() for line in text.splitlines() if line.strip())


RULE = Rule(
    id="own-error-stays-at-focus",
    name="What is wrong stays told while one mends it",
    criteria=("3.3.1", "3.3.3"),
    applicability="The first six fields that are marked as wrong.",
    expectation="When one gets focus, no words of the page go.",
    check=check,
    acts=True,
)
