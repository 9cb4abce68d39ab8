"""Who moves on with the Tab key always gets out again."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_focusable
from a11y_tests.rules.support.walking import find_trap


def check(subject: Subject) -> Iterator[Finding]:
    """The page is walked with Tab, Shift+Tab and Escape until focus comes to the browser."""
    targets = [one for one in subject.snapshot.all if is_focusable(one)]
    if not targets:
        return
    trap = find_trap(subject)
    for element in targets:
        if trap and element.backend_id in trap.stops:
            yield failed(element, "From here neither Tab, Shift+Tab nor Escape ever leads out of the page.")
        else:
            yield passed(element, "Focus is not held here.")


RULE = Rule(
    id="act-a1b64e",
    name="Focusable element has no keyboard trap via standard navigation",
    criteria=(),
    applicability="Any HTML or SVG element that is focusable.",
    expectation="Focus can cycle to the browser by standard keyboard navigation.",
    check=check,
    acts=True,
    quick=False,
)
