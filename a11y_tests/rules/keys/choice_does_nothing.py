"""Nothing happens only because something was chosen or typed."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import MOMENT_MS, controls, watching
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of

CHOSEN = frozenset({"checkbox", "radio"})
WRITTEN = frozenset({"text", "email", "tel", "password", "search", "number", "url", ""})
# As many as most codes have: what happens when a field is full happens then.
TYPED = "12345678"
ONE_PART = 4  # a code in several short fields leads from one to the next
LATER_MS = 1500  # what a script puts off until nobody types any more is done before the next rule looks
HAS_FOCUS = "one => document.activeElement === one"


def check(subject: Subject) -> Iterator[Finding]:
    """Each field is changed as a person changes it, and left: no form goes, no other page comes, and focus stays."""
    fields = [one for one in subject.snapshot.own if one.tag == "input" and one.get("type") in CHOSEN and _shows(one)]
    fields += [one for one in controls(subject) if one.tag in ("select", "textarea") or _is_written(one)]
    if not fields:
        return
    with watching(subject) as noticed:
        for control in fields[:20]:
            stays = _change(subject, control)
            subject.wait(MOMENT_MS)
            if noticed.anything:
                yield failed(control, f"When it is changed, the page goes to {noticed.told}.")
                return
            if stays:
                yield passed(control, "The page waits until it is asked.")
            elif 0 < int(control.get("maxlength") or 0) <= ONE_PART:
                yield cannot_tell(control, "Focus goes on by itself when it is full: is that told beforehand?")
            else:
                yield failed(control, "While one types, focus goes elsewhere by itself.")
        subject.wait(LATER_MS)


def _shows(control: Element) -> bool:
    """Whether it, or a label in its place, can be seen."""
    return is_seen(control) or any(is_seen(label) for label in labels_of(control))


def _is_written(control: Element) -> bool:
    return control.tag == "input" and (control.get("type") or "") in WRITTEN and control.get("readonly") is None


def _change(subject: Subject, control: Element) -> bool:
    """Change it and leave it; whether focus stayed till then."""
    place, stays = subject.page.locator(control.selector).first, True
    if control.get("type") in CHOSEN:
        place.focus()
        subject.page.keyboard.press("Space")
    elif control.tag == "select":
        values = place.evaluate("one => [...one.options].map(option => option.value)")
        place.select_option(values[-1])
    else:
        place.focus()
        stays = not place.evaluate(HAS_FOCUS) or _type(subject, control)
        subject.page.keyboard.press("Tab")
    return stays


def _type(subject: Subject, control: Element) -> bool:
    subject.page.keyboard.type(TYPED)
    return bool(subject.page.locator(control.selector).first.evaluate(HAS_FOCUS))


RULE = Rule(
    id="own-choice-does-nothing",
    name="Nothing happens when something is chosen",
    criteria=("3.2.2",),
    applicability="The first twenty fields that can be seen.",
    expectation="Changing one sends no form, goes to no page, opens no window, and leaves focus where it is.",
    check=check,
    acts=True,
)
