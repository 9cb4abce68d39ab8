"""Where focus stops at what looks as if it could be pressed, it says what it is."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen, is_tab_stop
from a11y_tests.rules.support.roles import explicit_role

PLAIN = frozenset({"span", "div", "p", "b", "i", "em", "strong", "li", "td", "label", "small", "h2", "h3", "h4"})
LOOKS = frozenset({"button", "btn"})


def check(subject: Subject) -> Iterator[Finding]:
    """A span with a tabindex that is clicked, or is called a button by its class, has no role: only text is heard."""
    for element in subject.snapshot.all:
        if element.tag not in PLAIN or not is_tab_stop(element) or not _is_pressed(element) or not _is_met(element):
            continue
        has = bool(explicit_role(element)) or any(is_tab_stop(one) for one in element.elements)
        words = f"Focus stops at this {element.tag}, it is pressed, and it has no role."
        yield expect(element, has, "It has a role, or what is in it has.", words)


def _is_met(element: Element) -> bool:
    return is_seen(element) and is_exposed(element) and bool(element.visible_text)


def _is_pressed(element: Element) -> bool:
    called = {*(element.get("class") or "").lower().replace("_", "-").split()}
    return element.is_clickable or bool(called & LOOKS) or element.get("onclick") is not None


RULE = Rule(
    id="own-stop-has-a-role",
    name="What takes focus to be pressed has a role",
    criteria=("4.1.2",),
    applicability="Every plain element that takes focus and is clicked, or called a button by its class.",
    expectation="It has a role, or a control in it takes focus.",
    check=check,
)
