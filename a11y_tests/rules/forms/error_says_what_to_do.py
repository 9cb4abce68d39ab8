"""An error message says what to do."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import referenced
from a11y_tests.rules.support.raw import left_over

# What says that something is wrong, and no more.
EMPTY = re.compile(
    r"^(?:(?:fejl|error)\s*[:!.-]?\s*)?(?:ugyldig(?:t)?(?: \w+)?|forkert(?: \w+)?|påkrævet|feltet er påkrævet|fejl|"
    r"(?:er |is )?(?:ikke gyldig|not valid)|(?:er|is) (?:ugyldig|forkert|påkrævet|invalid|wrong|required)|"
    r"invalid(?: \w+)?|required|this field is required|wrong(?: \w+)?|error|incorrect(?: \w+)?)[.!]?$",
    re.IGNORECASE,
)
# The same in more words: that there was an error, its number, that one may try again.
VAGUE = re.compile(
    r"^(?:(?:fejl|error)\s*[:!.-]?\s*)?(?:(?:der (?:opstod|er sket|skete|er opstået) (?:desværre )?en (?:\w+ )?fejl|"
    r"noget gik galt|(?:ups|oops)|(?:an|some) (?:\w+ )?error (?:has )?(?:occurred|happened)|something went wrong|"
    r"(?:ukendt|unknown|uventet|unexpected|generel|general) (?:fejl|error)|"
    r"(?:fejl|error)?\s*(?:kode|code|nr|no|number)?\.?\s*:?\s*(?:0x[0-9a-f]+|[a-z]{0,5}[-_]?\d{2,8}))[.!]?\s*)+"
    r"(?:(?:venligst |please )?(?:prøv|try) (?:venligst )?(?:igen|again)(?: \w+)?[.!]?)?$",
    re.IGNORECASE,
)

# What a program says to those who wrote it.
MACHINE = re.compile(
    r"\b[A-Z]\w*(?:Error|Exception)\b|traceback|stack trace|sqlstate|nonetype|null ?reference|undefined is not|"
    r"\berrno\b|\bHTTP \d{3}\b|\bat line \d+\b|\b(?:NaN|undefined)\b"
)


def check(subject: Subject) -> Iterator[Finding]:
    """The message of a field that is wrong is more than a word for "wrong"."""
    for message in (one for one in subject.snapshot.all if _is_bare_message(one)):
        yield failed(message, f"It says only: {message.text_content}")
    for field in subject.snapshot.all:
        if not field.is_in_tree or field.get("aria-invalid") != "true":
            continue
        for message in referenced(field, "aria-describedby") + referenced(field, "aria-errormessage"):
            if "error" in (message.get("id") or "") + (message.get("class") or ""):
                text = message.text_content
                words = f"It says only: {text}"
                says = bool(text) and not EMPTY.match(text) and not VAGUE.match(text) and not _is_machines(text)
                yield expect(message, says, "It says what to do.", words)


def _is_machines(text: str) -> bool:
    return bool(left_over(text) or MACHINE.search(text))


def _is_bare_message(element: Element) -> bool:
    """Whether it is a message beside a field, by its class and by standing in the field's label, that says nothing."""
    if "error" not in (element.get("class") or "") or not element.is_visible or element.get("id"):
        return False
    in_label = any(one.tag == "label" for one in element.above)
    return in_label and bool(EMPTY.match(element.text_content))


RULE = Rule(
    id="own-error-says-what-to-do",
    name="An error message says what to do",
    criteria=("3.3.3",),
    applicability='Every text that describes an invalid field, or stands in a label, and whose class holds "error".',
    expectation="It is more than a word that says that something is wrong.",
    check=check,
)
