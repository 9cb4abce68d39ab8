"""What is seen in a film is to be heard, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.media import has_other_sound, is_never_heard, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=True):
        if is_certain and _is_missing(subject, film):
            yield failed(film, "The film is muted and has no controls: its sound cannot tell what is seen.")
        else:
            yield cannot_tell(film, "Does the sound of the film, or a described version, tell all that is seen?")


def _is_missing(subject: Subject, film: Element) -> bool:
    return is_never_heard(film) and not has_other_sound(subject)


RULE = Rule(
    id="act-1ea59c",
    name="Video element visual content has audio description",
    criteria=(),
    applicability="Video elements that hold sound, that start by themselves or show their controls.",
    expectation="The sound of the film, or a described version, tells all that is seen.",
    check=check,
)
