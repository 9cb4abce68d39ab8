"""What is seen in a film without sound is to be read, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text
from a11y_tests.rules.support.media import with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=False):
        if is_certain and _is_missing(subject):
            yield failed(film, "There is no readable text on the page, and no link to one.")
        else:
            yield cannot_tell(film, "Does a text on the page, or behind a link, say all that is seen?")


def _is_missing(subject: Subject) -> bool:
    return not has_text(subject, must_be_seen=False)


RULE = Rule(
    id="act-ee13b5",
    name="Video element visual-only content has transcript",
    criteria=(),
    applicability="Video elements without sound, that start by themselves or show their controls.",
    expectation="A transcript holds all that is seen.",
    check=check,
)
