"""What is seen in a film without sound is to be read or heard, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text
from a11y_tests.rules.support.media import has_other_sound, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=False):
        if is_certain and _is_missing(subject):
            yield failed(film, "There is neither text nor sound on the page that could tell what is seen.")
        else:
            yield cannot_tell(film, "Does a text or a sound on the page tell all that is seen?")


def _is_missing(subject: Subject) -> bool:
    return not has_text(subject, must_be_seen=False) and not has_other_sound(subject)


RULE = Rule(
    id="act-c3232f",
    name="Video element visual-only content has accessible alternative",
    criteria=("1.2.1",),
    applicability="Video elements without sound, that start by themselves or show their controls.",
    expectation="There is a transcript, a sound that tells the same, or text that the film stands for.",
    check=check,
)
