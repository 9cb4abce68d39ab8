"""What is seen in a film is to be heard or read, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text
from a11y_tests.rules.support.media import has_other_sound, is_never_heard, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=True):
        if is_certain and _is_missing(subject, film):
            yield failed(film, "The film is muted for good, and no text tells what is seen.")
        else:
            yield cannot_tell(film, "Does its sound, or a text, tell all that is seen?")


def _is_missing(subject: Subject, film: Element) -> bool:
    return is_never_heard(film) and not has_text(subject, must_be_seen=False) and not has_other_sound(subject)


RULE = Rule(
    id="act-c5a4ea",
    name="Video element visual content has accessible alternative",
    criteria=("1.2.3",),
    applicability="Video elements that hold sound, that start by themselves or show their controls.",
    expectation="There is a description in sound, a transcript, or text that the film stands for.",
    check=check,
)
