"""The title of a page with an error begins with that, and no other page's does."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject

FIRST_ERROR = 400  # of HTTP
BEGINNINGS = {"da": "Fejl", "en": "Error"}
CRIES = re.compile(r"^(?:fejl|error)\s*:", re.IGNORECASE)
WRONG = re.compile(r"\b(?:fejl|errors?|problem|wrong|forkert|mangler|missing|invalid|ugyldig)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """The title is the first thing that is heard of a page that came back (GOV.UK, Danish guides alike)."""
    document = subject.snapshot
    language = (document.root.get("lang") or "")[:2]
    wrong = any(one.get("aria-invalid") == "true" for one in document.own)
    if wrong and language in BEGINNINGS:
        tells = document.title.strip().startswith(BEGINNINGS[language])
        yield expect(document.root, tells, "The title tells of the error.", f"The title is {document.title!r}.")
    elif CRIES.match(document.title.strip()) and subject.status < FIRST_ERROR and not wrong and not _tells(document):
        yield failed(document.root, f"The title is {document.title!r}, and nothing on the page tells of an error.")


def _tells(document: Document) -> bool:
    """Whether the page itself speaks of something wrong, in its headings, messages, or what it calls an error."""
    if any("error" in _called(one) and one.is_visible and one.visible_text for one in document.own):
        return True
    loud = [one for one in document.own if one.role in ("heading", "alert", "status")]
    return any(WRONG.search(one.visible_text) for one in loud)


def _called(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


RULE = Rule(
    id="own-title-tells-error",
    name="The title tells of an error",
    criteria=("2.4.2",),
    applicability="A page in Danish or English with a field whose aria-invalid is true, or whose title begins so.",
    expectation='Its title begins with "Fejl" or "Error"; where it does, the page tells of something wrong.',
    check=check,
)
