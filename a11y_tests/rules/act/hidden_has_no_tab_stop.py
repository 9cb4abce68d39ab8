"""What is hidden from assistive technology cannot take focus."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import BROWSERS_OWN
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_tab_stop
from a11y_tests.rules.support.focus import keeps_focus


def check(subject: Subject) -> Iterator[Finding]:
    """Focus on such an element is silence for who listens; one that sends focus on at once is no stop."""
    for element in subject.snapshot.all:
        if (element.get("aria-hidden") or "").lower() != "true":
            continue
        inside = [element, *(one for one in element.elements if one.shadow != BROWSERS_OWN and not one.pseudo)]
        stops = [one for one in inside if is_tab_stop(one) and keeps_focus(subject.page, one)]
        yield expect(
            element,
            not stops,
            "Nothing in it takes focus.",
            f"It is hidden from assistive technology, but focus comes to {stops[0].start_tag if stops else ''}",
            stops=[one.selector for one in stops],
        )


RULE = Rule(
    id="act-6cfa84",
    name="Element with aria-hidden has no content in sequential focus navigation",
    criteria=("1.3.1", "4.1.2"),
    applicability="Any element with aria-hidden=true.",
    expectation="Neither it nor anything in it is part of sequential focus navigation.",
    check=check,
    acts=True,
)
