"""Names do not say what a thing is: the screen reader does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import words
from a11y_tests.virtual_reader.reading import read

# First or last words that the reader adds itself, by role.
FIRST = {
    "image": (
        *(["billede", "af"], ["foto", "af"], ["ikon", "af"], ["grafik", "af"]),
        *(["image", "of"], ["picture", "of"], ["photo", "of"], ["icon", "of"], ["graphic", "of"]),
    ),
    "link": (["link", "til"], ["link", "to"]),
}
LAST = {
    "link": (["link"], ["henvisning"], ["hyperlink"]),
    "button": (["knap"], ["button"], ["trykknap"]),
    "heading": (["overskrift"], ["heading"]),
    "checkbox": (["afkrydsningsfelt"], ["checkbox"]),
    "image": (["billede"], ["image"], ["ikon"], ["icon"]),
}


def check(subject: Subject) -> Iterator[Finding]:
    """No name begins or ends with the word for what it is the name of."""
    for phrase in read(subject.snapshot, subject.language):
        said = words(phrase.name)
        if (phrase.kind in FIRST or phrase.kind in LAST) and len(said) > 1:
            doubled = any(said[: len(some)] == some for some in FIRST.get(phrase.kind, ()))
            doubled |= any(said[-len(some) :] == some for some in LAST.get(phrase.kind, ()))
            yield expect(phrase.element, not doubled, "Its name is its own.", f"It is heard as {phrase.said!r}.")


RULE = Rule(
    id="own-role-is-not-in-name",
    name="Names do not say that a link is a link",
    criteria=(),
    applicability="Every image, link, button, heading and check box with a name of several words.",
    expectation="The name neither begins nor ends with the word for what it is.",
    check=check,
)
