"""Every attribute that begins with "aria-" exists in WAI-ARIA."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import PROPERTIES


def check(subject: Subject) -> Iterator[Finding]:
    """Browsers ignore an attribute that they do not know: what the author meant is lost."""
    for element in subject.snapshot.all:
        for name in element.attributes:
            if name.startswith("aria-"):
                known = name.removeprefix("aria-") in PROPERTIES
                yield expect(element, known, f"{name} exists.", f"WAI-ARIA has no attribute {name}.")


RULE = Rule(
    id="act-5f99a7",
    name="ARIA attribute is defined in WAI-ARIA",
    criteria=(),
    applicability="Any attribute that starts with aria-.",
    expectation="The attribute is defined in WAI-ARIA.",
    check=check,
)
