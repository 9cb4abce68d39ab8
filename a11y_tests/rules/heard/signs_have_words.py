"""What is drawn with signs has words."""

import unicodedata
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.virtual_reader.phrase import TEXT, Phrase
from a11y_tests.virtual_reader.reading import read

NAMED = frozenset(
    {"link", "button", "heading", "textbox", "checkbox", "radio", "combobox", "menuitem", "tab", "switch"}
)
# Signs of fonts that draw icons: assistive technology has no words for them at all.
PRIVATE = "Co"
LONG_DRAWING = 12


def check(subject: Subject) -> Iterator[Finding]:
    """No name is made of signs alone, and no text is a drawing."""
    for phrase in read(subject.snapshot, subject.language):
        if phrase.kind in NAMED and phrase.name:
            yield _named(phrase)
        elif phrase.kind == TEXT and _is_drawing(phrase.said):
            yield cannot_tell(phrase.element, f"Is this a picture made of signs? It needs words: {phrase.said[:60]!r}")


def _named(phrase: Phrase) -> Finding:
    if any(letter.isalnum() for letter in phrase.name):
        return passed(phrase.element, "It is called by words.")
    if all(unicodedata.category(letter) == PRIVATE for letter in phrase.name if not letter.isspace()):
        return failed(phrase.element, "It is called by signs of an icon font: nothing is heard.")
    return cannot_tell(phrase.element, f"It is called {phrase.name!r} alone: does everybody hear what that means?")


def _is_drawing(text: str) -> bool:
    signs = [letter for letter in text if not letter.isspace()]
    return len(signs) >= LONG_DRAWING and sum(letter.isalnum() for letter in signs) < len(signs) / 4


RULE = Rule(
    id="own-signs-have-words",
    name="What is drawn with signs has words",
    criteria=("1.1.1",),
    applicability="Every named control and heading, and every text that is hardly made of letters.",
    expectation="A name is not made of signs alone, and a picture made of signs is told in words.",
    check=check,
)
