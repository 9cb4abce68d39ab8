"""Nobody must solve a riddle to log on."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

RIDDLE = re.compile(
    r"captcha|hvad er \d+ ?(?:plus|minus|gange|[+x*-])|what is \d+ ?(?:plus|minus|times|[+x*-])|"
    r"(?:jeg er|i am|i'm) (?:ikke|not) (?:en |a )?robot|"
    r"(?:skriv|tast|indtast) (?:de )?(?:bogstaver|tegn|tal|ord)(?:ne|ene|et)?\b.{0,30}(?:billede|ser)|"
    r"skriv bogstaverne|(?:type|enter) the (?:letters|characters|text|words?|code)\b.{0,30}(?:image|picture|you see)|"
    r"type the (?:letters|characters)|(?:vælg|select) all[e]? (?:billeder|images)|"
    r"hvad hed(?:der)? (?:dit første kæledyr|din første)|(?:mors|mødrene) pigenavn|"
    r"(?:first pet|first school|first teacher)\b.{0,12}\?|mother's maiden name|"
    r"(?:hemmeligt?|sikkerheds)\s?spørgsmål|(?:secret|security) question|"
    r"(?:tegn|bogstav|ciffer) (?:nummer|nr\.?) \d+.{0,20}\d+.{0,30}(?:adgangskode|kodeord|password|pin)|"
    r"(?:characters?|letters?|digits?) \d+.{0,20}\d+.{0,30}(?:password|pin|passcode)|"
    r"tegn dit mønster|draw (?:your|the) pattern",
    re.IGNORECASE,
)
AROUND = frozenset({"form", "fieldset", "p", "section"})
FIELDS = frozenset({"input", "select", "textarea", "iframe", "canvas"})


def check(subject: Subject) -> Iterator[Finding]:
    """No field asks for an answer that must be worked out, read off a picture or recognised."""
    for field in subject.snapshot.all:
        if field.tag in FIELDS and field.get("type") != "hidden" and field.is_visible:
            told = " ".join([field.accessible_name, *(field.get(name) or "" for name in ("name", "src", "title"))])
            if field.tag == "canvas":
                told += " " + " ".join(one.visible_text for one in field.above if one.tag in AROUND)
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
