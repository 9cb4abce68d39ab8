"""What is said in a film can be read while it plays."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.media import captions, with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=True):
        if is_certain and _is_missing(subject, film):
            yield failed(film, "The track for captions is empty, or cannot be read.")
        else:
            yield cannot_tell(film, "Are there captions, in the picture or in a track, of all that is heard?")


def _is_missing(subject: Subject, film: Element) -> bool:
    cues = captions(subject, film)
    return bool(cues) and not any(cues)


RULE = Rule(
    id="act-f51b46",
    name="Video element auditory content has captions",
    criteria=(),
    applicability="Video elements that hold sound, that start by themselves or show their controls.",
    expectation="Captions hold all that is heard, in the picture or in a track.",
    check=check,
)
