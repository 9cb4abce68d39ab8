"""The warning before the time is out comes in time, and waits."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

# WCAG 2.2.1 asks for twenty seconds; a page looks at its clock now and then.
ENOUGH_MS, BEFORE_MS, STAYS_MS = 20_000, 12_000, 15_000
LEFT_MS = """one => Date.parse(one.dataset.ends) - (Date.parse(one.dataset.now) || Date.now())"""
WARNING = "dialog[open], [role=dialog]:visible, [role=alertdialog]:visible, [role=alert]:visible"


def check(subject: Subject) -> Iterator[Finding]:
    """The page's clock is moved to twenty seconds before the end that it knows: a warning with a button is there,
    and fifteen seconds later it still is."""
    limits = [one for one in subject.snapshot.own if one.get("data-ends")]
    if not subject.scripts or not limits:
        return
    if not subject.clock:
        subject.page.clock.install()
        subject.reopen()
    clock = subject.page.clock
    left = float(subject.page.locator(limits[0].selector).first.evaluate(LEFT_MS))
    clock.fast_forward(max(0, int(left) - ENOUGH_MS - BEFORE_MS))
    clock.run_for(BEFORE_MS)
    comes = _warns(subject)
    yield expect(limits[0], comes, "A warning comes in time.", "Nothing warns twenty seconds before the time is out.")
    if comes:
        clock.run_for(STAYS_MS)
        bad = f"The warning is gone after {STAYS_MS // 1000} seconds, before the time is out."
        yield expect(limits[0], _warns(subject), "The warning waits.", bad)
    subject.spoil()


def _warns(subject: Subject) -> bool:
    shown = subject.page.locator(WARNING)
    return any(one.is_visible() and one.locator("button:visible, a:visible").count() for one in shown.all())


RULE = Rule(
    id="own-warning-comes-in-time",
    name="The warning comes in time, and waits",
    criteria=("2.2.1",),
    applicability="A page with scripts on that knows when its session ends (data-ends).",
    expectation="Twenty seconds before the end a dialog or alert with a button is seen, and fifteen seconds later too.",
    check=check,
    acts=True,
)
