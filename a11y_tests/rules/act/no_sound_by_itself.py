"""No sound starts by itself, but for a moment or with a control to stop it."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.autoplay import has_control, playing


def check(subject: Subject) -> Iterator[Finding]:
    """Either is enough: that it is over after three seconds, or that it can be stopped."""
    for one in playing(subject):
        if one.is_short or has_control(subject, one.element):
            yield passed(one.element, "It is short, or can be stopped.")
        elif one.is_short is None:
            yield cannot_tell(one.element, "Is this heard for longer than three seconds? Nothing stops it.")
        else:
            yield failed(
                one.element, "It starts by itself, is heard for longer than three seconds, and nothing stops it."
            )


RULE = Rule(
    id="act-80f0bf",
    name="Audio or video element avoids automatically playing audio",
    criteria=("1.4.2",),
    applicability="Audio and video elements with sound that start by themselves.",
    expectation="The sound lasts no longer than three seconds, or there is a control to stop it or turn it down.",
    check=check,
)
