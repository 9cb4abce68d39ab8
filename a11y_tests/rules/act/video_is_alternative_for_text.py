"""A film that stands for a text of the page is labelled as such."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text, is_labelled_as_alternative, players


def check(subject: Subject) -> Iterator[Finding]:
    """That no readable text says so is plain; whether the text holds all of the film, a person must judge."""
    for element in players(subject.snapshot, "video"):
        if has_text(subject) and is_labelled_as_alternative(subject):
            yield cannot_tell(element, "Does the text of the page hold all that the film tells?")
        else:
            yield failed(element, "No readable text says that the film tells the same as the page's text.")


RULE = Rule(
    id="act-ab4d13",
    name="Video element content is media alternative for text",
    criteria=(),
    applicability="Video elements that start by themselves or show their controls.",
    expectation="All of the film is in visible text of the page, and the film is labelled as an alternative for it.",
    check=check,
)
