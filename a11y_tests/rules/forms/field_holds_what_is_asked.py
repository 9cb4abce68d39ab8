"""A field takes as many signs as it asks for."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.nearness import fields_of

ASKED = re.compile(
    r"\b(\d{1,3})[ -]?(?:cifre|cifret|cifrede|tal|tegn|bogstaver|digits?|numbers?|numerals?|characters?|letters?)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """A maxlength under the number that the label or the hint tells cuts what is written or pasted."""
    for field in fields_of(subject.snapshot.own):
        most = field.get("maxlength") or ""
        asked = [int(one) for one in ASKED.findall(f"{field.accessible_name} {field.accessible_description}")]
        if most.isdigit() and int(most) > 1 and asked:
            words = f"It asks for {max(asked)} signs and takes {most}."
            yield expect(field, int(most) >= max(asked), "It takes what it asks for.", words)


RULE = Rule(
    id="own-field-holds-what-is-asked",
    name="A field takes as many signs as it asks for",
    criteria=("3.3.2",),
    applicability="Every field with a maxlength whose name or description tells a number of signs.",
    expectation="The maxlength is not less.",
    check=check,
)
