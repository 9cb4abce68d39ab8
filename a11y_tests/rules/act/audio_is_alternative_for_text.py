"""A sound that stands for a text of the page is labelled as such."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text, is_labelled_as_alternative, players, readable_text
from a11y_tests.rules.support.media import seconds_of

# Even slow speech is faster than this.
_SLOWEST_WORDS_PER_SECOND = 1.0


def check(subject: Subject) -> Iterator[Finding]:
    """That no readable text says so is plain, and that the text is too short for the length of the sound."""
    for element in players(subject.snapshot, "audio"):
        if not has_text(subject) or not is_labelled_as_alternative(subject):
            yield failed(element, "No readable text says that the sound tells the same as the page's text.")
            continue
        words, seconds = len(readable_text(subject).split()), seconds_of(subject, element)
        if seconds and words / seconds < _SLOWEST_WORDS_PER_SECOND:
            yield failed(element, f"{words} words are too few for what is heard in {seconds:.0f} seconds.")
        else:
            yield cannot_tell(element, "Does the text of the page hold all that is heard?")


RULE = Rule(
    id="act-afb423",
    name="Audio element content is media alternative for text",
    criteria=(),
    applicability="Audio elements that start by themselves or show their controls.",
    expectation="All of the sound is in visible text of the page, and the sound is labelled as an alternative for it.",
    check=check,
)
