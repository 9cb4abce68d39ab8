"""No shortcut works by one character alone, unless it can be turned off, changed, or belongs to what has focus."""

import re
import string
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.motion import Motion

_EVENTS = frozenset({"keydown", "keyup", "keypress"})
_PLACES = ("window", "document", "document.documentElement", "document.body")
_CHARACTERS = string.ascii_letters + string.digits + string.punctuation
_AT_ONCE = 12
# All that a person can perceive of the page, where it is, and where focus is.
_STATE = """() => [location.href, document.title, [...document.querySelectorAll('*')].indexOf(document.activeElement)]
  .join('|') + [...document.querySelectorAll('body, body *')].map((one) => [
  one.children.length ? '' : one.textContent, one.value, one.checked, one.getAttribute('style'), one.className,
  one.hidden, one.open, one.getAttribute('aria-expanded'), one.getAttribute('aria-hidden')].join('|')).join('')"""
_LEAVE = "() => document.activeElement?.blur?.()"
_LABELS = re.compile(r"(?i)short-?cuts?|keys?\b|keyboard|hot-?keys?|genvej|taste?r?\b|tastatur|settings|indstillinger")
_NAME = "(one) => [one.innerText, one.value, one.title, one.ariaLabel].filter(Boolean).join(' ')"


def check(subject: Subject) -> Iterator[Finding]:
    """Press each character while nothing has focus; where something changes, look for a control that prevents it."""
    if not _listens(subject):
        return
    found = list(_characters_that_act(subject))
    for character in found:
        if _can_be_prevented(subject, character):
            yield passed(None, f'The shortcut "{character}" can be turned off or changed.')
        else:
            yield failed(None, f'The character "{character}" alone acts, and cannot be turned off or changed.')
    if not found:
        yield passed(None, "No character does anything while nothing has focus.")


def _listens(subject: Subject) -> bool:
    """Whether the page as a whole has a listener for keys."""
    if not subject.hears(*_EVENTS):
        return False
    session = subject.page.context.new_cdp_session(subject.page)
    try:
        for place in _PLACES:
            handle = session.send("Runtime.evaluate", {"expression": place})["result"].get("objectId")
            answer = session.send("DOMDebugger.getEventListeners", {"objectId": handle}) if handle else {}
            if any(one["type"] in _EVENTS for one in answer.get("listeners", [])):
                return True
        return False
    finally:
        session.detach()


def _characters_that_act(subject: Subject) -> Iterator[str]:
    for start in range(0, len(_CHARACTERS), _AT_ONCE):
        some = _CHARACTERS[start : start + _AT_ONCE]
        if not _does_something(subject, some):
            continue
        for character in some:
            _anew(subject)
            if _does_something(subject, character):
                yield character
        _anew(subject)


def _does_something(subject: Subject, characters: str) -> bool:
    subject.page.evaluate(_LEAVE)
    before = subject.page.evaluate(_STATE)
    for character in characters:
        subject.page.keyboard.press(f"Shift+{character}" if character.isupper() else character)
    subject.settle()
    return bool(subject.page.evaluate(_STATE) != before)


def _anew(subject: Subject) -> None:
    subject.reopen()
    subject.settle()


def _can_be_prevented(subject: Subject, character: str) -> bool:
    """Use each control, and those that come to light by it, if its name says that they would."""
    _anew(subject)
    motion = Motion(subject)
    count = motion.how_many_controls()
    for first in range(count):
        hidden = set(_hidden(motion, count))
        name = motion.control(first).evaluate(_NAME)
        if not motion.use(first):
            continue
        if not _does_something(subject, character):
            return True
        if _LABELS.search(name):
            for second in sorted(hidden - set(_hidden(motion, count))):
                if motion.use(second) and not _does_something(subject, character):
                    return True
                _anew(subject)
                motion.use(first)
        _anew(subject)
    return False


def _hidden(motion: Motion, count: int) -> Iterator[int]:
    return (number for number in range(count) if not motion.control(number).is_visible())


RULE = Rule(
    id="act-ffbc54",
    name="No keyboard shortcut uses only printable characters",
    criteria=("2.1.4",),
    applicability="A printable character that changes the page when it is pressed while nothing has focus.",
    expectation="A control on the page, or one that is clearly labelled, turns the shortcut off or changes it.",
    check=check,
    acts=True,
    quick=False,
)
