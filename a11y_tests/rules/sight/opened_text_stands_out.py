"""Words that are folded away, or in a dialog that is not open yet, stand out when they come."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.contrast import Measured, measured_inside

LEAST, LEAST_LARGE = 4.5, 3.0
MOST_DIALOGS = 3
UNFOLD = "() => { for (const one of document.querySelectorAll('details')) one.open = true }"
FOLD = "indices => document.querySelectorAll('details').forEach((one, i) => { one.open = indices.includes(i) })"
OPEN_NOW = "() => [...document.querySelectorAll('details')].flatMap((one, i) => one.open ? [i] : [])"
SHOW = "one => { try { one.showModal(); return true } catch { return false } }"
HIDE = "one => one.close()"


def check(subject: Subject) -> Iterator[Finding]:
    """All that can be folded out is, then each of the first dialogs is opened: the words in them are measured."""
    page, own = subject.page, list(subject.snapshot.own)
    folded = [one.selector for one in own if one.tag == "details" and one.get("open") is None]
    dialogs = [one for one in own if one.tag == "dialog" and one.get("open") is None][:MOST_DIALOGS]
    if folded:
        was = page.evaluate(OPEN_NOW)
        page.evaluate(UNFOLD)
        yield from _judged(subject, folded)
        page.evaluate(FOLD, was)
    for dialog in dialogs:
        place = page.locator(dialog.selector).first
        if place.evaluate(SHOW):
            yield from _judged(subject, [dialog.selector])
            place.evaluate(HIDE)


def _judged(subject: Subject, inside: list[str]) -> Iterator[Finding]:
    """The words in what has been opened."""
    subject.settle()
    opened = subject.snapshot_now(accessible=False)
    for one in measured_inside(subject, opened, [one for one in opened.own if one.selector in inside]):
        if one.ratio is None:
            continue
        bad = f"When it is opened, the contrast is {one.ratio:.2f} to 1: {one.text[:60]}"
        yield passed(one.element, "It stands out.") if one.ratio >= _least(one) else failed(one.element, bad)


def _least(one: Measured) -> float:
    return LEAST_LARGE if one.is_large else LEAST


RULE = Rule(
    id="own-opened-text-stands-out",
    name="What is folded away stands out when it comes",
    criteria=("1.4.3",),
    applicability="Words in details that are closed, and in the first three dialogs that are not open.",
    expectation="Once they are opened, the contrast is 4.5 to 1, or 3 to 1 for large text.",
    check=check,
    worlds=("light", "dark"),
    acts=True,
)
