"""Tab leads on from every field, and Shift+Tab leads back."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, KEYS, controls

MOST = 8  # fields first: they are where scripts hold focus
SAME = "one => document.activeElement === one"


def check(subject: Subject) -> Iterator[Finding]:
    """From each control, either key moves focus away."""
    stops = sorted(controls(subject), key=lambda one: one.tag not in ("input", "textarea", "select"))
    may_hold = len(stops) > 1 and subject.hears(*KEYS, *FOCUS)
    for control in stops[:MOST]:
        if may_hold and (held := _held_by(subject, control)):
            yield failed(control, f"{' and '.join(held)} cannot leave it.")
        else:
            yield passed(control, "It can be left both ways.")


def _held_by(subject: Subject, control: Element) -> list[str]:
    """The keys that do not lead away."""
    place, held = subject.page.locator(control.selector).first, []
    for key in ("Tab", "Shift+Tab"):
        place.focus()
        subject.page.keyboard.press(key)
        if place.evaluate(SAME):
            held.append(key)
    return held


RULE = Rule(
    id="own-both-ways",
    name="Every control can be left both ways",
    criteria=("2.1.2",),
    applicability="The first eight tab stops that can be seen, fields before others.",
    expectation="Tab and Shift+Tab move focus away from it.",
    check=check,
    acts=True,
)
