"""Words stand out well for those who see little: under the pointer, with focus, when visited, and in fields."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.sight.states_stand_out import judged

LEAST, LEAST_LARGE = 7.0, 4.5


def check(subject: Subject) -> Iterator[Finding]:
    """The same looks as those of the rule for 1.4.3, with the contrast of level AAA."""
    yield from judged(subject, LEAST, LEAST_LARGE)


RULE = Rule(
    id="own-states-stand-out-well",
    name="Words stand out well in every state",
    criteria=("1.4.6",),
    applicability="Controls under the pointer and with focus, visited links, and what is typed or proposed in fields.",
    expectation="The contrast is 7 to 1, or 4.5 to 1 for large text, where the background is flat.",
    check=check,
    worlds=("light", "dark", "more contrast"),
    acts=True,
)
