"""A code or a number by which somebody is known is no amount."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """type=number has arrows that change the code, and drops its zeros."""
    for field in subject.snapshot.all:
        if field.tag == "input" and field.get("autocomplete") and field.is_visible:
            good = field.get("type") != "number"
            yield expect(field, good, "It takes text.", "It is an amount: a wheel or an arrow key changes it.")


RULE = Rule(
    id="own-code-is-no-amount",
    name="A field that can be filled in by the browser is no amount",
    criteria=(),
    applicability="Every input with autocomplete.",
    expectation="Its type is not number.",
    check=check,
)
