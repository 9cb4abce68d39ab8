"""When a page comes back with errors, focus is where they are told."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

HAS_FOCUS = "one => one.contains(document.activeElement) && document.activeElement !== document.body"


def check(subject: Subject) -> Iterator[Finding]:
    """Whoever hears the page hears the errors first: the summary, or a field that is wrong, has focus."""
    if not subject.scripts or subject.as_left:
        return  # without scripts the title tells it, and the summary is the first of the content
    summaries = [one for one in subject.snapshot.own if "error-summary" in (one.get("class") or "").split()]
    seen = [one for one in summaries if one.is_visible]
    if seen:
        subject.reopen()  # where focus is when the page has come
    for summary in seen:
        marked = [one for one in subject.snapshot.own if one.get("aria-invalid") == "true"]
        there = any(
            subject.page.locator(one.selector).first.evaluate(HAS_FOCUS) for one in (summary, *marked) if one.selector
        )
        yield expect(summary, there, "Focus is at the errors.", "Focus is not at the errors when the page has come.")


RULE = Rule(
    id="own-summary-has-focus",
    name="Focus is at the errors",
    criteria=("2.4.3",),
    applicability="Every summary of errors that can be seen, where scripts run.",
    expectation="It, or a field that is wrong, has focus when the page has come.",
    check=check,
    acts=True,
)
