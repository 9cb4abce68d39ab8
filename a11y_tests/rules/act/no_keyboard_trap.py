"""Focus is never held: the Tab key leads out, or the page says what does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_focusable
from a11y_tests.rules.support.walking import find_trap, way_out


def check(subject: Subject) -> Iterator[Finding]:
    """Either of the two rules for usual and for other keys is enough."""
    targets = [one for one in subject.snapshot.all if is_focusable(one)]
    if not targets:
        return
    trap = find_trap(subject)
    is_shut = trap is not None and not way_out(subject, trap)
    for element in targets:
        if is_shut and trap and element.backend_id in trap.stops:
            yield failed(element, "Focus is held here: neither the usual keys nor any that the page names lead out.")
        else:
            yield passed(element, "Focus is not held here.")


RULE = Rule(
    id="act-80af7b",
    name="Focusable element has no keyboard trap",
    criteria=("2.1.2",),
    applicability="Any HTML or SVG element that is focusable.",
    expectation="It passes the rule for standard keyboard navigation or the one for other navigation.",
    check=check,
    acts=True,
)
