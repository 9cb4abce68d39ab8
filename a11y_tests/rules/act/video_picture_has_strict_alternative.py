"""What is seen in a film is to be heard, or the film stands for a text."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import is_labelled_as_alternative
from a11y_tests.rules.support.media import has_other_sound, is_never_heard, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=True):
        if is_certain and _is_missing(subject, film):
            yield failed(film, "The film is muted for good, and no text says that it tells the same.")
        else:
            yield cannot_tell(film, "Does its sound, or text that it stands for, tell all that is seen?")


def _is_missing(subject: Subject, film: Element) -> bool:
    return is_never_heard(film) and not is_labelled_as_alternative(subject) and not has_other_sound(subject)


RULE = Rule(
    id="act-1ec09b",
    name="Video element visual content has strict accessible alternative",
    criteria=("1.2.5",),
    applicability="Video elements that hold sound, that start by themselves or show their controls.",
    expectation="There is a description in sound, or the film is a labelled alternative for text of the page.",
    check=check,
)
