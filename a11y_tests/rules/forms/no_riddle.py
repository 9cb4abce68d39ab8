"""Nobody must solve a riddle to log on."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

RIDDLE = re.compile(
    r"captcha|hvad er \d+ ?(?:plus|minus|gange|[+x*-])|what is \d+ ?(?:plus|minus|times|[+x*-])|"
    r"(?:jeg er|i am|i'm) (?:ikke|not) (?:en |a )?robot|skriv bogstaverne|type the (?:letters|characters)|"
    r"(?:vælg|select) all[e]? (?:billeder|images)",
    re.IGNORECASE,
)
FIELDS = frozenset({"input", "select", "textarea", "iframe"})


def check(subject: Subject) -> Iterator[Finding]:
    """No field asks for an answer that must be worked out, read off a picture or recognised."""
    for field in subject.snapshot.all:
        if field.tag in FIELDS and field.get("type") != "hidden" and field.is_visible:
            told = " ".join(
                [field.accessible_name, field.get("name") or "", field.get("src") or "", field.get("title") or ""]
            )
            if RIDDLE.search(told):
                yield failed(field, f"It asks to solve a riddle: {told.strip()[:80]}")
            else:
                yield passed(field, "It is no riddle.")


RULE = Rule(
    id="own-no-riddle",
    name="No field is a riddle",
    criteria=("3.3.8", "3.3.9"),
    applicability="Every field and frame that can be seen.",
    expectation="Neither its name nor its address speaks of a test that must be solved or recognised.",
    check=check,
)
