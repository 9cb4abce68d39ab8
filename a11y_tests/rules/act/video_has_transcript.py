"""What is heard and seen in a film is to be read, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import has_text, players


def check(subject: Subject) -> Iterator[Finding]:
    """That there is no text is a fault; whether the text that there is says the same, a person must judge."""
    for element in players(subject.snapshot, "video"):
        if has_text(subject, must_be_seen=False):
            yield cannot_tell(element, "Does a text on the page, or behind a link, say all that this says?")
        else:
            yield failed(element, "There is no readable text on the page, and no link to one.")


RULE = Rule(
    id="act-1a02b0",
    name="Audio and visuals of video element have transcript",
    criteria=(),
    applicability="Video elements that start by themselves or show their controls.",
    expectation="A transcript holds all that is heard and seen.",
    check=check,
)
