"""What is seen in a film without sound is to be heard, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.media import has_other_sound, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=False):
        if is_certain and _is_missing(subject):
            yield failed(film, "There is no sound on the page, and no link to one.")
        else:
            yield cannot_tell(film, "Does a sound on the page tell all that is seen?")


def _is_missing(subject: Subject) -> bool:
    return not has_other_sound(subject)


RULE = Rule(
    id="act-d7ba54",
    name="Video element visual-only content has audio track alternative",
    criteria=(),
    applicability="Video elements without sound, that start by themselves or show their controls.",
    expectation="A sound on the page tells all that is seen.",
    check=check,
)
