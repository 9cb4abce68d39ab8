"""Every state and property of WAI-ARIA has a value that it may have."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import PROPERTIES, is_valid
from a11y_tests.rules.support.roles import is_html_or_svg


def check(subject: Subject) -> Iterator[Finding]:
    """Values that are not allowed are ignored, or taken for another value, by browsers."""
    for element in subject.snapshot.all:
        if not is_html_or_svg(element):
            continue
        for name, value in element.attributes.items():
            plain = name.removeprefix("aria-")
            if name.startswith("aria-") and plain in PROPERTIES and value:
                yield expect(
                    element,
                    is_valid(plain, value),
                    f"{name} may be {value!r}.",
                    f"{name} may not be {value!r}.",
                )


RULE = Rule(
    id="act-6a7281",
    name="ARIA state or property has valid value",
    criteria=(),
    applicability="Any state or property of WAI-ARIA that is not empty, on an HTML or SVG element.",
    expectation="Its value is valid by its value type.",
    check=check,
)
