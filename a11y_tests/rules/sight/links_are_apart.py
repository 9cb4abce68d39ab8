"""Links in a row can be told apart."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Box, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen

LEAST_PX = 8  # a space at 16 px is 4 wide


def check(subject: Subject) -> Iterator[Finding]:
    """Two links in one line with only a space between them read as one."""
    for around in subject.snapshot.own:
        beside = [one for one in around.children if one.kind != TEXT or one.text.strip()]
        for before, link in pairwise(beside):
            if _is_link(before) and _is_link(link):
                first, second = _extent(before), _extent(link)
                if first and second and _in_one_line(first, second):
                    gap = max(second.x - first.x - first.width, first.x - second.x - second.width)
                    good = gap >= LEAST_PX or _is_framed(before) or _is_framed(link)
                    words = f"Only {gap:.0f} px stand between it and the link before it."
                    yield expect(link, good, "It stands apart from the link before it.", words)


def _is_link(node: object) -> bool:
    is_one = isinstance(node, Element) and node.tag == "a" and bool(node.get("href"))
    return is_one and isinstance(node, Element) and bool(node.visible_text) and is_seen(node)


def _extent(link: object) -> Box | None:
    return link.boxes[-1] if isinstance(link, Element) and link.boxes else None


def _in_one_line(one: Box, other: Box) -> bool:
    return min(one.y + one.height, other.y + other.height) - max(one.y, other.y) > 0.5 * min(one.height, other.height)


def _is_framed(link: object) -> bool:
    """Whether a border or a ground of its own shows where it ends."""
    if not isinstance(link, Element):
        return False
    ground, border = link.style.get("background-color", ""), link.style.get("border-top-style", "none")
    return (
        ground != "rgba(0, 0, 0, 0)"
        or border not in ("none", "hidden")
        or any(one.tag == "img" for one in link.elements)
    )


RULE = Rule(
    id="own-links-are-apart",
    name="Links in a row can be told apart",
    criteria=(),
    applicability="Every link right after another one in the same line, with nothing but space between them.",
    expectation="8 px, a border or a ground of its own part them.",
    check=check,
)
