"""What looks like a heading is one."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import HEADINGS, Block, blocks

MOST_WORDS, FEWEST_WORDS = 12, 5  # of what heads, and of the text that it heads
MUCH_LARGER, LARGER, BOLD = 1.3, 1.15, 600
LEVEL_PX = 3  # from one left edge to the other
# These have a part of their own to play, or are part of something that has.
OTHERS = frozenset({
    "a", "button", "label", "legend", "caption", "figcaption", "summary", "th", "td", "dt", "blockquote", "nav",
    "header", "footer", "dialog", "li", "form", "fieldset", "output", "pre", "address", "time",
})  # fmt: skip
ROLES = frozenset({"alert", "status", "heading", "note", "button", "link", "tab", "log", "dialog", "alertdialog"})


def check(subject: Subject) -> Iterator[Finding]:
    """A short line in larger or bolder letters, with plain text right under it, that is no heading (F2)."""
    for block, after in pairwise(blocks(subject.snapshot)):
        if not _may_head(block.element) or not _is_plain(block, after):
            continue
        ratio = block.size / after.size
        bolder = block.weight >= BOLD > after.weight
        if bolder and ratio >= MUCH_LARGER:
            yield failed(block.element, f"It looks like a heading, and is none: {block.text[:60]!r}")
        elif ratio >= MUCH_LARGER or bolder or (block.weight >= BOLD and ratio >= LARGER):
            yield cannot_tell(block.element, f"Is this a heading? {block.text[:60]!r}")
        else:
            yield passed(block.element, "It does not look like a heading.")


def _is_plain(block: Block, after: Block) -> bool:
    """Whether a short line without an end is followed by a text that begins at the same edge, under it."""
    upper, lower = block.element.box, after.element.box
    if upper is None or lower is None or after.element.tag in HEADINGS or not _is_text(after.element):
        return False
    short = 0 < block.count <= MOST_WORDS and not block.text.endswith((".", ",", ";", ":", "!")) and block.letters > 2
    under = lower.y >= upper.y + upper.height - 1 and abs(lower.x - upper.x) <= LEVEL_PX
    return short and under and after.count >= FEWEST_WORDS and after.count > block.count


def _may_head(element: Element) -> bool:
    if element.tag in HEADINGS or any(one.tag in OTHERS or one.tag in HEADINGS for one in (element, *element.above)):
        return False
    return not any(one.get("role") in ROLES for one in (element, *element.above)) and not _is_under_heading(element)


def _is_under_heading(element: Element) -> bool:
    """Whether it comes right after a heading: then it is what is said under it."""
    around = element.parent
    before = None
    for one in around.children if around is not None else ():
        if one is element:
            return before is not None and before.tag in HEADINGS
        before = one if isinstance(one, Element) and not one.pseudo else before
    return False


def _is_text(element: Element) -> bool:
    return not any(one.tag in OTHERS for one in (element, *element.above))


RULE = Rule(
    id="own-looks-like-heading",
    name="What looks like a heading is one",
    criteria=("1.3.1",),
    applicability="Every short line that is no heading, label or part of a list or table, with a longer text under it.",
    expectation="Its letters are not larger and bolder than those of that text.",
    check=check,
)
