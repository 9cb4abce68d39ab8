"""Sound that starts by itself can be stopped or turned down on the page."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.autoplay import has_control, playing


def check(subject: Subject) -> Iterator[Finding]:
    """The player's own controls count, and controls of the page that are seen, exposed and named for it."""
    for one in playing(subject):
        if has_control(subject, one.element):
            yield passed(one.element, "There is a control to stop it, or to turn it down.")
        elif one.is_short is None:
            yield cannot_tell(one.element, "Is this heard at all? There is no control to stop it.")
        else:
            yield failed(one.element, "It starts by itself, and nothing on the page stops it or turns it down.")


RULE = Rule(
    id="act-4c31df",
    name="Audio or video element that plays automatically has a control mechanism",
    criteria=(),
    applicability="Audio and video elements with sound that start by themselves.",
    expectation="A visible, exposed and named control pauses it, stops it or turns the sound down.",
    check=check,
)
