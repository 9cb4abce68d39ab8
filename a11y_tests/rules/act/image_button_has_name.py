"""Every image button has a name of its own."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import names_given
from a11y_tests.rules.support.roles import input_type

# What browsers call an image button of which the author says nothing.
_DEFAULTS = ("submit query", "submit")


def check(subject: Subject) -> Iterator[Finding]:
    """The browser's own word for it does not count."""
    for element in subject.snapshot.all:
        if element.tag == "input" and input_type(element) == "image" and is_exposed(element):
            name = element.accessible_name
            given = bool(names_given(element)) and name.lower() != _DEFAULTS[0]
            has_name = bool(name) and (given or name.lower() not in _DEFAULTS)
            yield expect(
                element,
                has_name and given,
                f"The button is called {name!r}.",
                "The image button has no name of its own.",
            )


RULE = Rule(
    id="act-59796f",
    name="Image button has non-empty accessible name",
    criteria=("1.1.1", "4.1.2"),
    applicability="Exposed input elements of type image.",
    expectation="The accessible name is neither empty nor the browser's own default.",
    check=check,
)
