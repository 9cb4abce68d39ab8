"""A button's words say what it does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain

# What fits any button, in English and Danish.
EMPTY_WORDS = frozenset({
    "click", "click here", "click me", "press", "press here", "press me", "push", "tap", "tap here", "button", "image",
    "icon", "picture", "graphic", "here", "this", "image button", "klik", "klik her", "tryk", "tryk her", "her",
    "knap", "billede", "ikon",
})  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """No button is called by words that fit any button."""
    for button in subject.snapshot.all:
        if button.role == "button" and (name := plain(button.accessible_name)):
            words = f"It is only called {name!r}."
            yield expect(button, name not in EMPTY_WORDS, "It says what it does.", words)


RULE = Rule(
    id="own-button-says-what",
    name="A button's name says what it does",
    criteria=("2.4.6",),
    applicability="Every button with a name.",
    expectation='The name is not made of words that fit any button, such as "click".',
    check=check,
)
