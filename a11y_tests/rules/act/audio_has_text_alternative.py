"""For what is heard there is a text."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text, players, words_for
from a11y_tests.rules.support.media import seconds_of


def check(subject: Subject) -> Iterator[Finding]:
    """That there is no text is a fault; whether the text that there is says the same, a person must judge."""
    for element in players(subject.snapshot, "audio"):
        if has_text(subject, fewest=words_for(seconds_of(subject, element))):
            yield cannot_tell(element, "Does a text on the page, or behind a link, say all that this says?")
        else:
            yield failed(element, "There is no readable text on the page, and no link to one.")


RULE = Rule(
    id="act-e7aa44",
    name="Audio element content has text alternative",
    criteria=("1.2.1",),
    applicability="Audio elements that start by themselves or show their controls.",
    expectation="There is a transcript, or the sound is a labelled alternative for text of the page.",
    check=check,
)
