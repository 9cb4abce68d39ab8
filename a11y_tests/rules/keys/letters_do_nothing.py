"""A single letter does nothing outside of a field."""

import string
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import KEYS, watching

CHARACTERS = string.ascii_lowercase + string.digits + "?/.,-+"
BLUR = "() => { document.activeElement?.blur(); }"
# What is read, how far the page is scrolled, and whether anything has focus.
STATE = "() => [document.body.innerText, scrollX, scrollY, document.activeElement === document.body]"


def check(subject: Subject) -> Iterator[Finding]:
    """Each letter, digit and sign is pressed while nothing has focus: whoever dictates presses them all."""
    root = subject.snapshot.root
    if bad := subject.hears(*KEYS) and _what_happens(subject):
        yield failed(root, bad)
    else:
        yield passed(root, "No single key does anything.")
    for element in subject.snapshot.all:
        if element.get("accesskey"):
            yield failed(element, f"The letter {element.get('accesskey')!r} is taken from the browser and its users.")


def _what_happens(subject: Subject) -> str:
    """What any of the keys does; "" where nothing happens."""
    page = subject.page
    page.evaluate(BLUR)
    before = page.evaluate(STATE)
    with watching(subject) as noticed:
        for key in CHARACTERS:
            page.keyboard.press(key)
    if noticed.anything:
        return f"A single key leads to {noticed.told}."
    return "" if page.evaluate(STATE) == before else "A single key changes the page."


RULE = Rule(
    id="own-letters-do-nothing",
    name="A single key does nothing by itself",
    criteria=("2.1.4",),
    applicability="Every page, and every element with an accesskey.",
    expectation="Pressing single keys changes nothing, and no element takes a letter for itself.",
    check=check,
    acts=True,
)
