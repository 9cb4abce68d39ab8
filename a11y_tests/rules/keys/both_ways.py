"""Tab leads on from every field, and Shift+Tab leads back."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls

MOST = 8  # fields first: they are where scripts hold focus
SAME = "one => document.activeElement === one"


def check(subject: Subject) -> Iterator[Finding]:
    """From each control, either key moves focus away."""
    page = subject.page
    stops = sorted(controls(subject), key=lambda one: one.tag not in ("input", "textarea", "select"))
    for control in stops[:MOST]:
        place = page.locator(control.selector).first
        held = []
        for key in ("Tab", "Shift+Tab"):
            place.focus()
            page.keyboard.press(key)
            if place.evaluate(SAME):
                held.append(key)
        if held and len(stops) > 1:
            yield failed(control, f"{' and '.join(held)} cannot leave it.")
        else:
            yield passed(control, "It can be left both ways.")


RULE = Rule(
    id="own-both-ways",
    name="Every control can be left both ways",
    criteria=("2.1.2",),
    applicability="The first eight tab stops that can be seen, fields before others.",
    expectation="Tab and Shift+Tab move focus away from it.",
    check=check,
    acts=True,
    tidy=True,
)
