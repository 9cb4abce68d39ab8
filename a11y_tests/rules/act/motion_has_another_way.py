"""What moving the device does can be done with a control, too."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.motion import Motion


def check(subject: Subject) -> Iterator[Finding]:
    """The device is tilted and swung; then each control is used, until one changes the same things."""
    motion = Motion(subject)
    for event in motion.heard():
        changed = motion.changes(event)
        if not changed:
            yield passed(None, f"{event} changes nothing on the page.")
        elif _finds_control(motion, changed):
            yield passed(None, f"What {event} changes, a control changes, too.")
        else:
            yield failed(None, f"{event} changes the page, and no control does the same.")


def _finds_control(motion: Motion, changed: set[int]) -> bool:
    """Twice round: a control may be shown by one that comes after it."""
    controls = range(motion.how_many_controls())
    return any(changed & motion.changes_by(number) for _ in range(2) for number in controls)


RULE = Rule(
    id="act-7677a9",
    name="Device motion based changes to the content can also be created from the user interface",
    criteria=("2.5.4",),
    applicability="A page with listeners for device orientation or device motion events on its window.",
    expectation="The events change nothing, or there are controls that bring about the same changes.",
    check=check,
    acts=True,
)
