"""A page waits for the citizen, and says nothing unasked."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls, watching
from a11y_tests.rules.support.refreshing import seconds_of

MINUTES = "02:00"
SETTLES_MS = 60
STATE = """() => ({
  words: document.body.innerText,
  shut: document.querySelectorAll(':disabled, [inert], [aria-disabled=true]').length,
})"""
FOCUSED = "() => document.activeElement"
KEEPS_FOCUS = "one => document.activeElement === one || !one.isConnected"


def check(subject: Subject) -> Iterator[Finding]:
    """The clock of the page is moved on by two minutes: no word comes or goes, focus stays, no control is shut off,
    and no other page comes; nor does the server have the browser go elsewhere."""
    sent_on = seconds_of(subject.headers.get("refresh", ""))
    if subject.headers.get("refresh"):
        yield expect(None, not sent_on, "It waits.", f"The server sends the browser on after {sent_on} seconds.")
    page = subject.page
    if not subject.scripts:
        return
    if not subject.clock:
        page.clock.install()
        subject.reopen()
    for control in controls(subject)[-1:]:  # the last: a page that takes focus takes it to its beginning
        page.locator(control.selector).first.focus()
        subject.wait(SETTLES_MS)
    root = subject.snapshot.root
    before, focused = page.evaluate(STATE), page.evaluate_handle(FOCUSED)
    with watching(subject) as noticed:
        page.clock.fast_forward(MINUTES)
    after, stays = page.evaluate(STATE), page.evaluate(KEEPS_FOCUS, focused)
    subject.spoil()
    bad = f"It goes to {noticed.going}." if noticed.going else "Words come or go by themselves."
    yield expect(root, not noticed.anything and after["words"] == before["words"], "It waits.", bad)
    yield expect(root, bool(stays), "Focus stays.", "Focus is taken elsewhere while one waits.")
    yield expect(root, after["shut"] <= before["shut"], "It stays open.", "Controls are shut off while one waits.")


RULE = Rule(
    id="own-waits-quietly",
    name="A page waits, and says nothing unasked",
    criteria=("2.2.1", "2.2.3", "2.2.4"),
    applicability="Every page with scripts on, and every answer that sends the browser on.",
    expectation="Within two minutes no text appears or goes, focus stays, no control is shut off, and no other page is "
    "asked for.",
    check=check,
    acts=True,
)
