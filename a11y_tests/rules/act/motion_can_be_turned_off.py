"""That moving the device changes the page can be turned off."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.motion import Motion


def check(subject: Subject) -> Iterator[Finding]:
    """The device is tilted and swung again after each control has been used, until nothing changes any more."""
    motion = Motion(subject)
    for event in motion.heard():
        if not motion.changes(event):
            yield passed(None, f"{event} changes nothing on the page.")
        elif _can_be_stopped(motion, event):
            yield passed(None, f"A control keeps {event} from changing the page.")
        else:
            yield failed(None, f"{event} changes the page, and no control turns that off.")


def _can_be_stopped(motion: Motion, event: str) -> bool:
    for number in range(motion.how_many_controls()):
        if motion.use(number) and not motion.changes(event) and not motion.changes(event):
            return True
    return False


RULE = Rule(
    id="act-c249d5",
    name="Device motion based changes to the content can be disabled",
    criteria=("2.5.4",),
    applicability="A page with listeners for device orientation or device motion events on its window.",
    expectation="The events change nothing, or there is a control that keeps them from changing anything.",
    check=check,
    acts=True,
)
