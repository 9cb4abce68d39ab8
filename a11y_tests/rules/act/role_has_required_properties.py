"""An element with a role has the states and properties without which the role says nothing."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import REQUIRED
from a11y_tests.rules.support.exposure import is_exposed, is_focusable
from a11y_tests.rules.support.roles import explicit_role, implicit_role, input_type, is_html_or_svg, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """An element that has the role from HTML already is not looked at: the browser gives it the states."""
    for element in subject.snapshot.all:
        role = explicit_role(element)
        if not role or not is_html_or_svg(element) or not is_exposed(element):
            continue
        if role == implicit_role(element) or semantic_role(element) != role:
            continue
        needed = [name for name in _needed(element, role) if not _has_of_itself(element, name)]
        missing = [name for name in needed if not (element.get(f"aria-{name}") or "").strip()]
        yield expect(
            element,
            not missing,
            f"The role {role} has all that it needs.",
            f"The role {role} needs {', '.join(f'aria-{name}' for name in missing)}.",
        )


def _needed(element: Element, role: str) -> tuple[str, ...]:
    if role == "separator" and is_focusable(element):
        return ("valuenow",)
    if role == "combobox" and (element.get("aria-expanded") or "").lower() == "true":
        return ("expanded", "controls")
    return REQUIRED.get(role, ())


def _has_of_itself(element: Element, name: str) -> bool:
    """What HTML gives: a tick box knows whether it is checked, a heading its level, a list its fold."""
    if name == "checked":
        return element.tag == "input" and input_type(element) in ("checkbox", "radio")
    if name == "valuenow":
        return element.tag in ("meter", "progress") or (
            element.tag == "input" and input_type(element) in ("number", "range")
        )
    if name == "level":
        return len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit()
    return name == "expanded" and element.tag == "select"


RULE = Rule(
    id="act-4e8ab6",
    name="Element with role attribute has required states and properties",
    criteria=("4.1.2",),
    applicability="Any exposed HTML or SVG element whose explicit role is valid and not the one that HTML gives it.",
    expectation="The states and properties that its role requires are there and not empty.",
    check=check,
)
