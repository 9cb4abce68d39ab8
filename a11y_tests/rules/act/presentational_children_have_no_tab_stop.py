"""What has no inside for assistive technology has no focus stop inside."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import BROWSERS_OWN
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import CHILDREN_PRESENTATIONAL
from a11y_tests.rules.support.exposure import is_exposed, is_tab_stop
from a11y_tests.rules.support.roles import is_html_or_svg, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """A link in a button, for one."""
    for element in subject.snapshot.all:
        role = semantic_role(element)
        if role not in CHILDREN_PRESENTATIONAL or not is_exposed(element) or not is_html_or_svg(element):
            continue
        stops = [one for one in element.elements if one.shadow != BROWSERS_OWN and is_tab_stop(one)]
        yield expect(
            element,
            not stops,
            "Nothing in it takes focus.",
            f"What is in a {role} has no role or name, but focus comes to {stops[0].start_tag if stops else ''}",
            stops=[one.selector for one in stops],
        )


RULE = Rule(
    id="act-307n5z",
    name="Element with presentational children has no focusable content",
    criteria=("4.1.2",),
    applicability="Any exposed HTML or SVG element with a role that makes its children presentational.",
    expectation="Nothing in it is part of sequential focus navigation.",
    check=check,
)
