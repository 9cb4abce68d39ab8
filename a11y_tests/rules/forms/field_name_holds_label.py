"""A field is called what its label says."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.nearness import fields_of
from a11y_tests.rules.support.text import plain, telling_words

BRACKETS = re.compile(r"\([^)]*\)|\*")


def check(subject: Subject) -> Iterator[Finding]:
    """F96: aria-label takes the place of the label that is seen; who speaks to the computer says what they see."""
    for field in fields_of(subject.snapshot.own):
        labels = [one for one in labels_of(field) if is_seen(one) and one.visible_text]
        overruled = field.get("aria-label") or field.get("aria-labelledby")
        if labels and overruled and field.is_in_tree and field.accessible_name:
            yield _judged(field, BRACKETS.sub("", labels[0].visible_text))


def _judged(field: Element, label: str) -> Finding:
    name = field.accessible_name
    said = set(telling_words(label))
    if plain(label) in plain(name):
        return passed(field, "Its name holds its label.")
    if said and not said & set(telling_words(name)):
        return failed(field, f"Its label says {label[:40]!r}, and it is called {name[:40]!r}.")
    return cannot_tell(field, f"Does {name[:40]!r} hold what the label says: {label[:40]!r}?")


RULE = Rule(
    id="own-field-name-holds-label",
    name="A field is called what its label says",
    criteria=("2.5.3",),
    applicability="Every field with a label that can be seen and a name by aria-label or aria-labelledby.",
    expectation="No word of the label is in the name: it fails; some are missing: a person judges.",
    check=check,
)
