"""A label or a hint belongs to the field that it stands beside."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of, referenced
from a11y_tests.rules.support.nearness import CLEARLY_PX, fields_of, gap, holder_of, is_nearer

Pairs = list[tuple[Element, Element]]  # a text, and a field that it is bound to


def check(subject: Subject) -> Iterator[Finding]:
    """Two labels (or hints) that are bound crosswise, and one that stands in the box of a field and is bound to
    another field alone."""
    fields = fields_of(subject.snapshot.own)
    for kind, pairs in (("label", _labels(fields)), ("hint", _hints(fields))):
        for text, field in pairs:
            beside = _another(text, field, pairs, fields)
            if beside is None:
                yield passed(field, f"Its {kind} stands beside it.")
            else:
                words = f"Its {kind} {text.visible_text[:40]!r} stands beside another field: {beside.start_tag[:60]}"
                yield failed(field, words)


def _labels(fields: list[Element]) -> Pairs:
    return [(label, field) for field in fields for label in labels_of(field) if is_seen(label) and label.get("for")]


def _hints(fields: list[Element]) -> Pairs:
    every = [(hint, field) for field in fields for hint in referenced(field, "aria-describedby")]
    return [(hint, field) for hint, field in every if is_seen(hint) and hint.visible_text]


def _another(text: Element, field: Element, pairs: Pairs, fields: list[Element]) -> Element | None:
    """The field that a text stands beside, where it is bound to another; None where all is well."""
    holding = holder_of(text, fields)
    bound = [one for words, one in pairs if words is text]
    if len(holding) == 1 and holding[0] not in bound and _lacks(holding[0], pairs, fields):
        return holding[0] if gap(text, holding[0]) <= gap(text, field) + CLEARLY_PX else None
    for words, other in pairs:
        crosswise = other is not field and words is not text and is_nearer(text, other, field)
        if crosswise and is_nearer(words, field, other) and other not in bound:
            return other
    return None


def _lacks(field: Element, pairs: Pairs, fields: list[Element]) -> bool:
    """Whether a field has no such text in its own box, nor a name by an attribute."""
    named = any(field.get(name) for name in ("aria-label", "aria-labelledby", "title"))
    return not named and not any(one is field and holder_of(words, fields) == [field] for words, one in pairs)


RULE = Rule(
    id="own-words-belong-to-their-field",
    name="A label or hint belongs to the field beside it",
    criteria=("1.3.1", "3.3.2"),
    applicability="Every label and hint that can be seen and is bound to a field that can be seen.",
    expectation="It stands in no other field's box, and is not bound crosswise with another's.",
    check=check,
)
