"""Names are words for people."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.raw import is_empty_value, is_shown, left_over, looks_like_id, markup
from a11y_tests.virtual_reader.phrase import Phrase
from a11y_tests.virtual_reader.reading import read

# A link may well be called by its address, and an image by its file (W3C's rules judge that).
CONTROLS = frozenset(
    {
        *("button", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton", "slider"),
        *("listbox", "menuitem", "tab"),
    }
)
CALLED = CONTROLS | {"heading", "group", "radiogroup", "navigation", "region", "form"}


def check(subject: Subject) -> Iterator[Finding]:
    """No name that is said is a machine's, or holds what a template left."""
    for phrase in read(subject.snapshot, subject.language):
        if phrase.kind in CALLED and phrase.name and not is_shown(phrase.element):
            yield _judged(phrase)


def _judged(phrase: Phrase) -> Finding:
    name = phrase.name
    if left_over(name) or (is_empty_value(name) and phrase.kind in CONTROLS):
        return failed(phrase.element, f"It is called {name!r}: what a machine has left is said to people.")
    if is_empty_value(name) or looks_like_id(name) or markup(name):
        return cannot_tell(phrase.element, f"It is called {name!r}: is that a name for people?")
    return passed(phrase.element, "Its name is made of words.")


RULE = Rule(
    id="own-names-are-written-out",
    name="Headings, fields, buttons and groups are not called as machines call them",
    criteria=("2.4.6",),
    applicability="Every heading, field, button, group and landmark that is said with a name, outside of code.",
    expectation="The name holds nothing that a template left, and is no empty value, id, file or address.",
    check=check,
)
