"""Every button has a name."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import input_type, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """Image buttons are left to their own rule."""
    for element in subject.snapshot.all:
        is_image = element.tag == "input" and input_type(element) == "image"
        if semantic_role(element) == "button" and not is_image and is_exposed(element):
            name = element.accessible_name
            yield expect(element, bool(name), f"The button is called {name!r}.", "The button has no name.")


RULE = Rule(
    id="act-97a4e1",
    name="Button has non-empty accessible name",
    criteria=("4.1.2",),
    applicability="Exposed elements with the semantic role button, except image buttons.",
    expectation="The accessible name is not empty.",
    check=check,
)
