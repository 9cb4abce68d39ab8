"""A switch that is pressed says so."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import watching
from a11y_tests.rules.support.exposure import is_disabled, is_seen
from a11y_tests.rules.support.pressing import click, looks

MOST = 6
STATES = ("aria-pressed", "aria-checked", "aria-selected")
BOTH_WAYS = frozenset({"button", "checkbox", "switch", "menuitemcheckbox"})  # a second press takes the first back
NOW = "(one, name) => one.getAttribute(name)"


def check(subject: Subject) -> Iterator[Finding]:
    """Each element with a state is clicked: where the page changes, the state does."""
    if not subject.hears("click", "mousedown", "mouseup", "pointerdown", "pointerup", "keydown"):
        return
    asked = [(one, name) for one in subject.snapshot.own if is_seen(one) for name in STATES if _has(one, name)]
    for element, name in asked[:MOST]:
        place = subject.page.locator(element.selector).first
        was, before = place.evaluate(NOW, name), looks(subject.page)
        with watching(subject):
            click(subject.page, element)
        if not place.count() or looks(subject.page) == before:
            continue  # it is another page's, or one must do more than click
        words = f"It was pressed, the page changed, and {name} is still {was!r}."
        yield passed(element, "Its state is told.") if place.evaluate(NOW, name) != was else failed(element, words)
        with watching(subject):
            click(subject.page, element)


def _has(element: Element, state: str) -> bool:
    if element.get(state) not in ("true", "false") or is_disabled(element) or element.get("aria-haspopup"):
        return False
    role = element.get("role") or element.tag
    return role in BOTH_WAYS or element.get(state) == "false"  # a choice that is made already stays made


RULE = Rule(
    id="own-state-is-told",
    name="A switch that is pressed says so",
    criteria=("4.1.2",),
    applicability="The first six elements with aria-pressed, aria-checked or aria-selected that change the page.",
    expectation="When it is pressed and the page changes, its state is another.",
    check=check,
    acts=True,
)
