"""Targets are not so small that one hits their neighbours."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Box
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.targets import Target, targets

LEAST = 24


def check(subject: Subject) -> Iterator[Finding]:
    """Each is 24 px, or a circle of 24 px around its middle touches no other target (2.5.8's exception)."""
    found = list(targets(subject))
    for target in found:
        alone = not any(_touches(target, other) for other in found if other is not target)
        words = f"It is {target.box.width:.0f} x {target.box.height:.0f} px and has a neighbour within {LEAST} px."
        yield expect(target.element, target.least >= LEAST - 0.5 or alone, "It can be hit.", words)
    for upper, lower in _covered(found):
        yield failed(lower.element, f"All but a strip of it lies under {upper.element.html[:60]}")


def _covered(found: list[Target]) -> Iterator[tuple[Target, Target]]:
    """What lies over what, where less than 24 px of the lower one are left: of two in the flow, the later is above."""
    for place, lower in enumerate(found):
        for upper in found[place + 1 :]:
            one, other = lower.box, upper.box
            flat = all(item.element.style.get("position") == "static" for item in (lower, upper))
            high = min(one.y + one.height, other.y + other.height) - max(one.y, other.y) > 0.9 * one.height
            strip = max(other.x - one.x, one.x + one.width - other.x - other.width)
            nested = upper.element in lower.element.elements or lower.element in upper.element.elements
            if flat and high and strip < LEAST <= one.width and not nested and other.width >= LEAST:
                yield upper, lower


def _touches(target: Target, other: Target) -> bool:
    x, y = target.box.x + target.box.width / 2, target.box.y + target.box.height / 2
    return _distance(x, y, other.box) < LEAST / 2


def _distance(x: float, y: float, box: Box) -> float:
    across = max(box.x - x, 0, x - (box.x + box.width))
    down = max(box.y - y, 0, y - (box.y + box.height))
    return float((across**2 + down**2) ** 0.5)


RULE = Rule(
    id="own-targets-can-be-hit",
    name="Targets are 24 px, or stand apart",
    criteria=("2.5.8",),
    applicability="Every target that is not a link within a sentence.",
    expectation="It is 24 CSS pixels wide and high, or a circle of 24 around its middle touches no other; and no other"
    " lies over it but for a strip of less.",
    check=check,
)
