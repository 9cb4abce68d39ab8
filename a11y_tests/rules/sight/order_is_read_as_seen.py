"""What is seen first is read first."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.snapshot import TEXT, Box, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen

# Set apart from the flow on purpose: what stays at the window's edge, or lies above the page.
APART = frozenset({"fixed", "sticky", "absolute"})
FEWEST = 3  # siblings: of two, one is often set to the far side


def check(subject: Subject) -> Iterator[Finding]:
    """No block of text of one column lies wholly above another that is read before it."""
    read = [(block, _extent(block)) for block in subject.snapshot.own if _is_block(block)]
    for (before, upper), (after, lower) in pairwise(read):
        if upper is None or lower is None:
            continue
        swapped = lower.y + lower.height <= upper.y + 1 and _share_a_column(upper, lower)
        words = f"It is read after {before.visible_text[:40]!r}, and is seen above it."
        yield expect(after, not swapped, "It is read where it is seen.", words)
    yield from _rows(subject)


def _rows(subject: Subject) -> Iterator[Finding]:
    """Siblings of one kind in one row that are read in another order than the eye goes: a person says if it matters."""
    for around in subject.snapshot.own:
        kinds: dict[str, list[Element]] = {}
        for child in around.children:
            if isinstance(child, Element) and child.box and child.style.get("position") not in APART:
                kinds.setdefault(child.tag, []).append(child)
        for row in kinds.values():
            places = [one.boxes[0].x for one in row]
            from_right = around.style.get("direction") == "rtl"
            if places != sorted(places, reverse=from_right) and _in_one_row(row) and all(is_seen(one) for one in row):
                read = ", ".join(one.visible_text[:20] for one in row)
                yield cannot_tell(around, f"These are read in another order than they are seen in: {read}.")


def _in_one_row(row: list[Element]) -> bool:
    tops, ends = [one.boxes[0].y for one in row], [one.boxes[0].y + one.boxes[0].height for one in row]
    return len(row) >= FEWEST and max(tops) < min(ends) and all(one.visible_text for one in row)


def _is_block(block: Element) -> bool:
    """Whether it holds text of its own that can be seen, in the ordinary flow of the page."""
    own = any(node.kind == TEXT and node.boxes and node.text.strip() for node in block.children)
    inline = block.style.get("display", "").startswith("inline") or block.tag in ("option", "title")
    apart = any(one.style.get("position") in APART or one.tag == "svg" for one in (block, *block.above))
    return own and not inline and not apart and is_seen(block)


def _extent(block: Element) -> Box | None:
    return block.boxes[0] if block.boxes else None


def _share_a_column(one: Box, other: Box) -> bool:
    return min(one.x + one.width, other.x + other.width) - max(one.x, other.x) > 0.5 * min(one.width, other.width)


RULE = Rule(
    id="own-order-is-read-as-seen",
    name="What is seen first is read first",
    criteria=("1.3.2",),
    applicability="Every pair of blocks of text that follow each other in the document.",
    expectation="The second is not wholly above the first in one column; a person looks at rows in another order.",
    check=check,
)
