"""A label stands beside its field."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Box
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import by_id

MOST_PX = 160  # about ten letters: one window of a magnifier shows both


def check(subject: Subject) -> Iterator[Finding]:
    """The gap between a label's words and its field, sideways or downwards."""
    for label in subject.snapshot.own:
        if label.tag != "label" or not label.get("for") or not is_seen(label):
            continue
        field = by_id(label, label.attributes["for"])
        words = [box for node in label.below if node.kind == TEXT for box in node.boxes]
        if field is not None and field.box and words and is_seen(field):
            gap = min(_gap(one, field.box) for one in words)
            text = f"{gap:.0f} px lie between the label and its field."
            yield expect(field, gap <= MOST_PX, "Its label is near.", text)


def _gap(one: Box, other: Box) -> float:
    across = max(other.x - one.x - one.width, one.x - other.x - other.width, 0.0)
    down = max(other.y - one.y - one.height, one.y - other.y - other.height, 0.0)
    return max(across, down)


RULE = Rule(
    id="own-label-is-near",
    name="A label stands beside its field",
    criteria=(),
    applicability="Every field with a label that points to it, where both can be seen.",
    expectation="No more than 160 px lie between them.",
    check=check,
)
