"""An error message says what to do."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import referenced

# What says that something is wrong, and no more.
EMPTY = re.compile(
    r"^(?:(?:fejl|error)\s*[:!.-]?\s*)?(?:ugyldig(?:t)?(?: \w+)?|forkert(?: \w+)?|påkrævet|feltet er påkrævet|fejl|"
    r"invalid(?: \w+)?|required|this field is required|wrong(?: \w+)?|error|incorrect(?: \w+)?)[.!]?$",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The message of a field that is wrong is more than a word for "wrong"."""
    for field in subject.snapshot.all:
        if not field.is_in_tree or field.get("aria-invalid") != "true":
            continue
        for message in referenced(field, "aria-describedby") + referenced(field, "aria-errormessage"):
            if "error" in (message.get("id") or "") + (message.get("class") or ""):
                text = message.text_content
                words = f"It says only: {text}"
                yield expect(message, bool(text) and not EMPTY.match(text), "It says what to do.", words)


RULE = Rule(
    id="own-error-says-what-to-do",
    name="An error message says what to do",
    criteria=("3.3.3",),
    applicability='Every text that describes an invalid field and whose id or class holds "error".',
    expectation="It is more than a word that says that something is wrong.",
    check=check,
)
