"""Tab leads on from every field, and Shift+Tab leads back."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls

SAME = "one => document.activeElement === one"


def check(subject: Subject) -> Iterator[Finding]:
    """From each control, either key moves focus away."""
    page = subject.page
    for control in controls(subject)[:15]:
        place = page.locator(control.selector).first
        held = []
        for key in ("Tab", "Shift+Tab"):
            place.focus()
            page.keyboard.press(key)
            if place.evaluate(SAME):
                held.append(key)
        if held and len(controls(subject)) > 1:
            yield failed(control, f"{' and '.join(held)} cannot leave it.")
        else:
            yield passed(control, "It can be left both ways.")


RULE = Rule(
    id="own-both-ways",
    name="Every control can be left both ways",
    criteria=("2.1.2",),
    applicability="The first fifteen tab stops that can be seen.",
    expectation="Tab and Shift+Tab move focus away from it.",
    check=check,
    acts=True,
)
