"""What calls itself a menu, a list of choices or a row of tabs takes focus."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import OWNED
from a11y_tests.rules.support.exposure import is_disabled, is_exposed, is_focusable, is_seen
from a11y_tests.rules.support.ownership import owned
from a11y_tests.rules.support.roles import explicit_role

COMPOSITES = frozenset({"listbox", "menu", "menubar", "radiogroup", "tablist", "tree"})


def check(subject: Subject) -> Iterator[Finding]:
    """One of its items is focusable, or it or a field takes focus for them: else it is worked by the mouse alone."""
    led = _led(subject)
    for element in subject.snapshot.own:
        role = explicit_role(element)
        if role not in COMPOSITES or not is_exposed(element) or not is_seen(element) or is_disabled(element):
            continue
        items = list(_items(element, role))
        if items and element.get("id") not in led:
            reached = is_focusable(element) or any(_reaches(one) for one in items)
            words = f"Focus comes neither to this {role} nor to what is in it."
            yield expect(element, reached, "Focus can come to it.", words)


def _led(subject: Subject) -> set[str]:
    """The ids of what a field leads while focus stays in it (aria-controls, aria-owns)."""
    fields = [one for one in subject.snapshot.own if is_focusable(one)]
    return {name for one in fields for kind in ("controls", "owns") for name in (one.get(f"aria-{kind}") or "").split()}


def _items(element: Element, role: str) -> Iterator[Element]:
    """What is in it by role: the options, items, tabs."""
    wanted = ("radio",) if role == "radiogroup" else OWNED[role]
    for one in owned(element):
        if explicit_role(one) in wanted:
            yield from _items(one, role) if explicit_role(one) == "group" else [one]


def _reaches(item: Element) -> bool:
    """Whether focus comes to an item, or to what stands in it."""
    return is_focusable(item) or any(is_focusable(one) for one in item.elements)


RULE = Rule(
    id="own-items-can-be-reached",
    name="A menu, a list of choices or a row of tabs takes focus",
    criteria=("2.1.1", "4.1.2"),
    applicability="Every menu, listbox, radiogroup, tablist and tree by role, with items by role, that can be seen.",
    expectation="It or one of its items is focusable, or a field leads it.",
    check=check,
)
