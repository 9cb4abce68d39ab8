"""What is heard in a film can be read."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import is_labelled_as_alternative
from a11y_tests.rules.support.media import captions, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=True):
        if is_certain and _is_missing(subject, film):
            yield failed(film, "The track for captions is empty, and no text says that the film tells the same.")
        else:
            yield cannot_tell(film, "Are there captions, or text of the page, for all that is heard?")


def _is_missing(subject: Subject, film: Element) -> bool:
    cues = captions(subject, film)
    return bool(cues) and not any(cues) and not is_labelled_as_alternative(subject)


RULE = Rule(
    id="act-eac66b",
    name="Video element auditory content has accessible alternative",
    criteria=("1.2.2",),
    applicability="Video elements that hold sound, that start by themselves or show their controls.",
    expectation="There are captions, or the film is a labelled alternative for text of the page.",
    check=check,
)
