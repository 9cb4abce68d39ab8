"""A star beside a label is explained."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.nearness import fields_of
from a11y_tests.rules.support.prose import blocks

STAR = re.compile(r"(?:^\s*[*＊∗]|[*＊∗]\s*:?\s*$)")
SIGNS = re.compile(r"[*＊∗]|\b(?:star|asterisk|stjerne)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """H90: what the star means is said in words on the page. A browser may say "required" for it."""
    starred = [(field, label) for field in fields_of(subject.snapshot.own) for label in _starred(field)]
    explained = bool(starred) and any(_explains(block.element, block.text) for block in blocks(subject.snapshot))
    for field, label in starred:
        if explained:
            yield passed(field, "The star is explained.")
        elif field.get("required") is not None or field.get("aria-required") == "true":
            yield cannot_tell(field, f"Is it clear to the eye what the star means: {label.visible_text[:40]!r}?")
        else:
            yield failed(field, f"Nothing says what the star means: {label.visible_text[:40]!r}")


def _starred(field: Element) -> list[Element]:
    return [one for one in labels_of(field) if is_seen(one) and STAR.search(one.visible_text)][:1]


def _explains(element: Element, text: str) -> bool:
    """Whether a text outside of labels speaks of the star in more words."""
    inside = any(one.tag in ("label", "legend") for one in (element, *element.above))
    inside = inside or any(one.tag == "label" and STAR.search(one.visible_text) for one in element.elements)
    return not inside and bool(SIGNS.search(text)) and sum(letter.isalpha() for letter in text) > 3


RULE = Rule(
    id="own-star-is-explained",
    name="A star beside a label is explained",
    criteria=("3.3.2",),
    applicability="Every field that can be seen and whose label begins or ends with a star.",
    expectation="A text of the page speaks of the star; where the code says required, a person judges.",
    check=check,
)
