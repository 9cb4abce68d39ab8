"""Whoever has chosen colours gets them."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """In forced colours no text keeps colours of its own."""
    for element in subject.snapshot.own:
        if element.visible_text and element.is_visible and not any(one.visible_text for one in element.elements):
            own = element.style.get("forced-color-adjust") == "none"
            yield expect(element, not own, "It takes the user's colours.", "It keeps colours of its own.")


RULE = Rule(
    id="own-colours-are-the-users",
    name="Text takes the colours that its reader has chosen",
    criteria=("1.4.3", "1.4.8"),
    applicability="Every text, in forced colours.",
    expectation="forced-color-adjust is not none.",
    check=check,
    worlds=("forced colours",),
)
