"""What is marked as decoration is not exposed."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import is_marked_decorative, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """A name or focus on such an element makes browsers show it all the same."""
    for element in subject.snapshot.all:
        if is_marked_decorative(element):
            shown = is_exposed(element) and semantic_role(element) != "none"
            yield expect(
                element,
                not shown,
                "It is decoration, and not exposed.",
                "It is marked as decoration, but a name, another property or focus makes browsers expose it.",
            )


RULE = Rule(
    id="act-46ca7f",
    name="Element marked as decorative is not exposed",
    criteria=(),
    applicability="Any element that is marked as decorative (role none or presentation, or an img with an empty alt).",
    expectation="It is not in the accessibility tree, or has the semantic role none.",
    check=check,
)
