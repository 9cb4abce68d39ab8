"""A film without sound that stands for a text of the page is labelled as such."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text, is_labelled_as_alternative
from a11y_tests.rules.support.media import with_sound


def check(subject: Subject) -> Iterator[Finding]:
    """What is plain is said; what a film shows and tells, a person must judge."""
    for film, is_certain in with_sound(subject, sound=False):
        if is_certain and _is_missing(subject):
            yield failed(film, "No readable text says that the film shows the same as the page's text.")
        else:
            yield cannot_tell(film, "Does the text of the page hold all that the film shows?")


def _is_missing(subject: Subject) -> bool:
    return not (has_text(subject) and is_labelled_as_alternative(subject))


RULE = Rule(
    id="act-fd26cf",
    name="Video element visual-only content is media alternative for text",
    criteria=(),
    applicability="Video elements without sound, that start by themselves or show their controls.",
    expectation="All of the film is in visible text of the page, and the film is labelled as an alternative for it.",
    check=check,
)
