"""Where focus stops there is something to do, and no page takes keys for itself."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import tab_index

DOING = frozenset(
    {"a", "button", "input", "select", "textarea", "summary", "area", "iframe", "video", "audio", "object"}
)
PLAIN_ROLES = frozenset(
    {"", "presentation", "none", "paragraph", "generic", "heading", "img", "list", "listitem", "text"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """A tabindex of 0 stands on what has a role to play, listens or scrolls; there is no accesskey."""
    for element in subject.snapshot.own:
        if element.get("accesskey"):
            key = element.attributes["accesskey"]
            yield failed(element, f"The accesskey {key!r} may take a key from the browser or a screen reader.")
        if tab_index(element) == 0 and element.tag not in DOING and element.is_visible:
            yield expect(element, _does(element), "There is something to do.", "Focus stops where nothing can be done.")


def _does(element: Element) -> bool:
    if (element.get("role") or "") not in PLAIN_ROLES or element.is_clickable or "-" in element.tag:
        return True
    if any(name.startswith(("on", "contenteditable", "aria-haspopup")) for name in element.attributes):
        return True
    return any(element.style.get(name) in ("auto", "scroll") for name in ("overflow-x", "overflow-y"))


RULE = Rule(
    id="own-stops-do-something",
    name="Where focus stops there is something to do",
    criteria=(),
    applicability="Every visible element made focusable by tabindex 0, and every accesskey.",
    expectation="It has a role, a listener or something to scroll; there is no accesskey.",
    check=check,
)
