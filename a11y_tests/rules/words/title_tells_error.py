"""The title of a page with an error begins with that."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

BEGINNINGS = {"da": "Fejl", "en": "Error"}


def check(subject: Subject) -> Iterator[Finding]:
    """The title is the first thing that is heard of a page that came back (GOV.UK, Danish guides alike)."""
    document = subject.snapshot
    language = (document.root.get("lang") or "")[:2]
    wrong = any(one.get("aria-invalid") == "true" for one in document.own)
    if wrong and language in BEGINNINGS:
        tells = document.title.strip().startswith(BEGINNINGS[language])
        yield expect(document.root, tells, "The title tells of the error.", f"The title is {document.title!r}.")


RULE = Rule(
    id="own-title-tells-error",
    name="The title tells of an error",
    criteria=("2.4.2",),
    applicability="A page in Danish or English with a field whose aria-invalid is true.",
    expectation='Its title begins with "Fejl" or "Error".',
    check=check,
)
