"""A field has a label that can be seen, and that stays when one types."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen, seen_text
from a11y_tests.rules.support.names import labelled_by, labels_of

FIELDS = frozenset({"input", "select", "textarea"})
NO_LABEL = frozenset({"hidden", "submit", "button", "reset", "image"})


def check(subject: Subject) -> Iterator[Finding]:
    """Text that can be seen and belongs to the field says what it is for; a placeholder is gone when it is needed."""
    for field in subject.snapshot.all:
        if field.tag in FIELDS and field.get("type") not in NO_LABEL and field.is_in_tree and field.is_visible:
            bad = "No label that can be seen belongs to it."
            yield expect(field, _has_label(field), "It has a label that can be seen.", bad)


def _has_label(field: Element) -> bool:
    named = [one for one in labels_of(field) + labelled_by(field) if is_seen(one) and one.visible_text]
    if named or (field.get("type") == "search" and field.get("aria-label")):
        return True
    # The words may stand beside it: then they must be its name.
    name = field.accessible_name.lower()
    around = next(field.above, None)
    if not name or name == (field.get("placeholder") or "").lower() or around is None:
        return False
    return name in seen_text(around).lower()


RULE = Rule(
    id="own-field-has-visible-label",
    name="Every field has a label that can be seen",
    criteria=("3.3.2",),
    applicability="Every field that can be seen and is filled in or chosen.",
    expectation="A label element, the text that names it, or the text beside it can be seen and is its name.",
    check=check,
)
