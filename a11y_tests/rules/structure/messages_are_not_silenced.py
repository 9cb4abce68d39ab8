"""A place for messages is not told to be silent."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import semantic_role

# What is said here must be heard; a log may be silent while somebody reads it.
HEARD = frozenset({"status", "alert"})


def check(subject: Subject) -> Iterator[Finding]:
    """aria-live="off" takes away what the role is for."""
    for element in subject.snapshot.all:
        role = semantic_role(element)
        if role in HEARD and is_exposed(element):
            silent = (element.get("aria-live") or "").strip().lower() == "off"
            words = f"Its role is {role}, and aria-live='off' keeps what comes into it from being heard."
            yield expect(element, not silent, "What comes into it is heard.", words)


RULE = Rule(
    id="own-messages-are-not-silenced",
    name="A place for messages is not silenced",
    criteria=("4.1.3",),
    applicability="Every exposed element whose role is status or alert.",
    expectation="Its aria-live is not off.",
    check=check,
)
