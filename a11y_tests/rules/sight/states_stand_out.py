"""Words stand out under the pointer, with focus, when visited, in a field, and in its place for an example."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.state_words import words_in_states

LEAST, LEAST_LARGE = 4.5, 3.0


def check(subject: Subject) -> Iterator[Finding]:
    """Each kind of control is looked at as it is, pointed at, with focus, and (a link) as if it had been visited."""
    yield from judged(subject, LEAST, LEAST_LARGE)


def judged(subject: Subject, least: float, least_large: float) -> Iterator[Finding]:
    """A finding for each control in each state: whether its words have this contrast."""
    for words in words_in_states(subject):
        element, state = words[0].element, words[0].state
        pale = next((one for one in words if not one.stand_out(least, least_large)), None)
        if pale is not None:
            yield failed(element, f"{state} the contrast is {pale.ratio:.2f} to 1: {pale.text}".strip())
        else:
            yield passed(element, f"{state} its words stand out.".strip())


RULE = Rule(
    id="own-states-stand-out",
    name="Words stand out in every state",
    criteria=("1.4.3",),
    applicability="Controls under the pointer and with focus, visited links, and what is typed or proposed in fields.",
    expectation="The contrast is 4.5 to 1, or 3 to 1 for large text, where the background is flat.",
    check=check,
    worlds=("light", "dark", "more contrast"),
    acts=True,
)
