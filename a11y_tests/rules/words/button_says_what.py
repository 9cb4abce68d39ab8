"""A button's words say what it does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.text import plain

# What fits any button, in English and Danish.
EMPTY_SUMMARIES = frozenset({
    "more", "details", "info", "information", "show more", "read more", "see more", "more info", "expand", "open",
    "mere", "detaljer", "vis mere", "læs mere", "se mere", "mere info", "fold ud", "åbn", "vis",
})  # fmt: skip
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
    yield from _unfolding(subject)


def _unfolding(subject: Subject) -> Iterator[Finding]:
    """Several that unfold and are all called "more" cannot be told apart; of one, what is around it may tell."""
    names = [(one, plain(one.accessible_name or one.visible_text)) for one in _summaries(subject)]
    for summary, name in names:
        if name in EMPTY_SUMMARIES:
            alike = sum(other == name for _, other in names)
            words = f"It is only called {name!r}, as {alike - 1} others here."
            yield failed(summary, words) if alike > 1 else cannot_tell(summary, f"Does {name!r} say what unfolds?")


def _summaries(subject: Subject) -> list[Element]:
    return [one for one in subject.snapshot.all if one.tag == "summary" and is_seen(one) and is_exposed(one)]


RULE = Rule(
    id="own-button-says-what",
    name="A button's name says what it does",
    criteria=("2.4.6",),
    applicability="Every button with a name, and every summary that is called more or the like.",
    expectation='The name is not made of words that fit any button, such as "click".',
    check=check,
)
