"""The state of a control is told in a word that is known."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import SUPPORTED, is_valid
from a11y_tests.rules.support.exposure import is_exposed, is_focusable
from a11y_tests.rules.support.roles import semantic_role

# Of these browsers tell nothing, or the wrong state, where the word is none that they know.
STATES = ("checked", "expanded", "pressed", "selected")
STATELESS = frozenset({"button", "link"})


def check(subject: Subject) -> Iterator[Finding]:
    """aria-pressed="off": no screen reader says that the button can be pressed in."""
    for element in subject.snapshot.all:
        for state in STATES:
            value = element.get(f"aria-{state}")
            if not value or not is_focusable(element) or not is_exposed(element):
                continue
            role = semantic_role(element)
            if state in SUPPORTED.get(role, ()):
                words = f"aria-{state}={value!r} is no state: what it is in cannot be told."
                yield expect(element, is_valid(state, value), f"aria-{state} can be read.", words)
            elif role in STATELESS and value.strip().lower() == "true":
                yield failed(element, f"aria-{state} is not told of a {role}: nobody hears that it is so.")


RULE = Rule(
    id="own-state-can-be-read",
    name="A control's state is told in a word that is known",
    criteria=("4.1.2",),
    applicability="Every focusable control with a state of being ticked, unfolded, pressed or chosen.",
    expectation="Its value is one that WAI-ARIA knows, and its role one that can have the state.",
    check=check,
)
