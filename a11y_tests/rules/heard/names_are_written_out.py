"""Names are words for people."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.raw import is_machines_name, raw_part
from a11y_tests.virtual_reader.reading import read

# A link may well be called by its address, and an image by its file (W3C's rules judge that).
CALLED = frozenset(
    {
        *("heading", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton"),
        *("slider", "listbox", "group", "radiogroup", "navigation", "region", "form", "menuitem", "tab"),
    }
)


def check(subject: Subject) -> Iterator[Finding]:
    """No name that is said is a machine's, or holds what a template left."""
    for phrase in read(subject.snapshot, subject.language):
        if phrase.kind in CALLED and phrase.name:
            good = not is_machines_name(phrase.name) and not raw_part(phrase.name)
            words = f"It is called {phrase.name!r}: a machine's name is said to people."
            yield expect(phrase.element, good, "Its name is made of words.", words)


RULE = Rule(
    id="own-names-are-written-out",
    name="Headings, fields, buttons and groups are not called as machines call them",
    criteria=("2.4.6",),
    applicability="Every heading, field, button, group and landmark that is said with a name.",
    expectation="The name is no id of a message, no file, no address, no empty value, and holds nothing of a template.",
    check=check,
)
