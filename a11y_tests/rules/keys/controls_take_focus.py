"""Whatever can be clicked can be reached by keys."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_disabled, is_tab_stop

WIDGETS = frozenset({"button", "link", "checkbox", "radio", "switch", "textbox", "combobox", "slider", "spinbutton"})
# These hand their click on to a field, or are as large as the page and wait for clicks on what is in them.
NOT_ASKED = frozenset({"label", "html", "body", "main", "form", "option", "dialog", "summary", "details", "legend"})


def check(subject: Subject) -> Iterator[Finding]:
    """What has a click listener or the role of a control is a tab stop, or holds or is held by one."""
    for element in subject.snapshot.own:
        if not element.is_visible or is_disabled(element) or element.tag in NOT_ASKED:
            continue
        if any(one.get("inert") is not None for one in (element, *element.above)):
            continue  # nobody can click it
        role = element.get("role") or ""
        if role in WIDGETS or element.tag in ("button", "input", "select", "textarea") or _is_clicked(element):
            reached = any(_is_reached(one) for one in (element, *element.above, *element.elements))
            yield expect(element, reached, "It is reached by keys.", "It can be clicked, and no key reaches it.")


def _is_clicked(element: Element) -> bool:
    return element.is_clickable or element.get("onclick") is not None


def _is_reached(element: Element) -> bool:
    """Whether Tab or, within a group of radio buttons or tabs, an arrow key comes to it."""
    if is_tab_stop(element) and element.tag not in ("html", "body", "main"):
        return True
    return (element.get("role") or element.get("type")) in (
        "radio",
        "tab",
        "option",
        "menuitem",
    ) and element.is_focusable


RULE = Rule(
    id="own-controls-take-focus",
    name="What can be clicked can be reached by keys",
    criteria=("2.1.1", "2.1.3"),
    applicability="Every visible control, and every visible element that waits for clicks.",
    expectation="It is a tab stop, or something around it or in it is.",
    check=check,
)
