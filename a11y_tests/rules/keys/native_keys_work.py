"""The keys that everybody knows work on boxes to tick, choices, and on what looks like them."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import watching
from a11y_tests.rules.support.exposure import is_disabled, is_seen, is_tab_stop
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.pressing import click, looks

ARROWS = ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp")
# The keys of each role (ARIA Authoring Practices); one of them must do something.
KEYS_OF = {
    "checkbox": ("Space", "Enter"),
    "switch": ("Space", "Enter"),
    "radio": ("Space", *ARROWS),
    "tab": ("Enter", "Space", *ARROWS),
    "slider": (*ARROWS, "Home", "End"),
    "spinbutton": (*ARROWS, "Home", "End"),
    "menuitem": ("Enter", "Space"),
    "menuitemcheckbox": ("Enter", "Space"),
    "menuitemradio": ("Enter", "Space"),
    "option": ("Enter", "Space", *ARROWS),
}
BY_VALUE = frozenset({"slider", "spinbutton"})
MOST = 6


@dataclass(frozen=True)
class _Asked:
    element: Element
    keys: tuple[str, ...]
    role: str


def check(subject: Subject) -> Iterator[Finding]:
    """Each is pressed by its keys; where nothing comes of it and a click does something, the keys are dead."""
    if not subject.scripts:
        return
    for asked in _asked(subject)[:MOST]:
        before = looks(subject.page)
        if _works_by_keys(subject, asked, before):
            yield passed(asked.element, "Its keys work.")
            continue
        with watching(subject) as noticed:
            click(subject.page, asked.element)
        if noticed.anything or looks(subject.page) != before:
            yield failed(asked.element, "It can be clicked, and its keys do nothing.")
        elif asked.role in BY_VALUE:
            yield failed(asked.element, f"It is called a {asked.role}, and the arrow keys do not change it.")
        else:
            yield cannot_tell(asked.element, "Neither its keys nor a click do anything: what does it wait for?")


def _works_by_keys(subject: Subject, asked: _Asked, before: list[object]) -> bool:
    place = subject.page.locator(asked.element.selector).first
    with watching(subject) as noticed:
        for key in asked.keys:
            place.focus()
            subject.page.keyboard.press(key)
            if looks(subject.page) != before:
                return True
    return noticed.anything


def _asked(subject: Subject) -> list[_Asked]:
    """One box to tick, one of a group of choices, and every other that somebody made."""
    found: list[_Asked] = []
    kinds: set[str] = set()
    heard = subject.hears("keydown", "keyup", "keypress", "click", "change", "input")
    for one in subject.snapshot.own:
        kind, role = one.get("type") or "", one.get("role") or ""
        if is_disabled(one) or one.get("aria-readonly") == "true" or not _shows(one):
            continue
        if one.tag == "input" and kind in ("checkbox", "radio") and heard and kind not in kinds:
            keys = ("Space",) if kind == "checkbox" else ARROWS
            if kind == "checkbox" or _has_fellows(subject, one):
                kinds.add(kind)
                found.append(_Asked(one, keys, kind))
        elif role in KEYS_OF and one.tag not in ("input", "option") and is_tab_stop(one):
            found.append(_Asked(one, KEYS_OF[role], role))
    return found


def _has_fellows(subject: Subject, radio: Element) -> bool:
    name = radio.get("name")
    return bool(name) and sum(one.get("name") == name and not is_disabled(one) for one in subject.snapshot.own) > 1


def _shows(control: Element) -> bool:
    return is_seen(control) or any(is_seen(label) for label in labels_of(control))


RULE = Rule(
    id="own-native-keys-work",
    name="The keys that everybody knows work",
    criteria=("2.1.1",),
    applicability="A box to tick and a group of choices, and the first elements with the role of such a control.",
    expectation="Space, Enter or an arrow key, as its role has it, does something where a click does.",
    check=check,
    acts=True,
)
