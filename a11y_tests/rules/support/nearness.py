"""Which field a text stands beside, and whether it belongs to another."""

from collections.abc import Iterator

from a11y_tests.evaluation.snapshot import TEXT, Box, Element
from a11y_tests.rules.support.exposure import is_seen

FIELDS = frozenset({"input", "select", "textarea"})
NO_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
CHOICES = frozenset({"radio", "checkbox"})
CLEARLY_PX = 8  # so much nearer to one field than to another


def fields_of(elements: Iterator[Element]) -> list[Element]:
    """Those that are filled in or chosen, and can be seen, or are choices whose label draws them."""
    fields = [one for one in elements if one.tag in FIELDS and one.get("type") not in NO_FIELDS]
    return [one for one in fields if is_seen(one) or (one.get("type") in CHOICES and one.box)]


def holder_of(text: Element, fields: list[Element]) -> list[Element]:
    """The fields in the nearest element around a text that has any."""
    for around in text.above:
        inside = [one for one in fields if around in one.above]
        if inside:
            return inside
    return []


def is_nearer(text: Element, field: Element, other: Element) -> bool:
    """Whether the words of a text stand clearly nearer to a field than to another."""
    return gap(text, field) + CLEARLY_PX < gap(text, other)


def gap(text: Element, field: Element) -> float:
    """The pixels between the words of a text and a field, the one way and the other together."""
    words = [box for node in text.below if node.kind == TEXT for box in node.boxes] or text.boxes
    return min((_between(one, field.box) for one in words if field.box), default=float("inf"))


def _between(one: Box, other: Box | None) -> float:
    if other is None:
        return float("inf")
    across = max(other.x - one.x - one.width, one.x - other.x - other.width, 0.0)
    down = max(other.y - one.y - one.height, one.y - other.y - other.height, 0.0)
    return across + down
