"""Every image has a name or is marked as decoration."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import is_html, semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """Drawings in SVG are left to a rule of their own."""
    for element in subject.snapshot.all:
        role = semantic_role(element)
        if (element.tag != "img" and role != "img") or not is_html(element) or not is_exposed(element):
            continue
        name = element.accessible_name
        yield expect(
            element,
            bool(name) or role == "none",
            f"The image is called {name!r}." if name else "The image is marked as decoration.",
            "The image has no text alternative and is not marked as decoration.",
        )


RULE = Rule(
    id="act-23a2a8",
    name="Image has non-empty accessible name",
    criteria=("1.1.1",),
    applicability="img elements and HTML elements with the semantic role img, unless hidden from everybody's software.",
    expectation="The accessible name is not empty, or the semantic role is none.",
    check=check,
)
