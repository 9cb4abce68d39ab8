"""At 200 percent no text is cut off."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Box, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.paths import PATH_SCRIPT, path_of
from a11y_tests.rules.support.roles import is_svg

# 1280 by 1024 at 200 percent.
_ZOOMED = {"width": 640, "height": 512}
_CUTS = frozenset({"hidden", "clip"})
_SCROLLS = frozenset({"auto", "scroll"})
# The elements that keep a number of lines, with an ellipsis after the last.
_CLAMPED = (
    "() => { const path = "
    + PATH_SCRIPT
    + """;
  return [...document.querySelectorAll('body *')]
    .filter((one) => !['none', ''].includes(getComputedStyle(one).webkitLineClamp)).map(path);
}"""
)
# A line's box is a little higher than its letters: this much may be cut.
_SLACK_PX = 2.0


def check(subject: Subject) -> Iterator[Finding]:
    """In a window of half the size no text is cut by an element around it that hides its overflow."""
    before = subject.page.viewport_size
    subject.page.set_viewport_size(_ZOOMED)  # type: ignore[arg-type]
    subject.settle()
    page = subject.snapshot_now(accessible=False)
    clamped = set(subject.page.evaluate(_CLAMPED))
    for around in (one for one in page.all if not is_svg(one) and not one.pseudo):
        for text in (child for child in around.children if _is_target(child, around)):
            cut = _cutter(text, around)
            cut = None if cut is not None and path_of(cut) in clamped else cut
            bad = f"At 200 percent text is cut off: {' '.join(text.text.split())[:60]}"
            yield expect(around, cut is None, "At 200 percent the text is whole.", bad)
    if before:
        subject.page.set_viewport_size(before)


def _is_target(text: Node, around: Element) -> bool:
    if text.kind != TEXT or not text.text.strip() or not text.is_rendered or not is_seen(around):
        return False
    chain = [around, *around.above]
    if any(one.get("aria-hidden") == "true" for one in chain):
        return False
    return any(_cuts(one, "x") or _cuts(one, "y") for one in chain)


def _cuts(element: Element, axis: str) -> bool:
    return element.style.get(f"overflow-{axis}") in _CUTS and element.tag not in ("html", "body")


def _cutter(text: Node, around: Element) -> Element | None:
    """The element that cuts the text off, in one direction or the other."""
    left, right = min(box.x for box in text.boxes), max(box.x + box.width for box in text.boxes)
    top, bottom = min(box.y for box in text.boxes), max(box.y + box.height for box in text.boxes)
    open_ways = {"x", "y"}
    for one in (around, *around.above):
        box = one.box
        if box is None or one.style.get("display") == "inline":
            continue
        if "x" in open_ways and _cuts(one, "x") and _is_outside(left, right, box.x, box.width):
            if not _ends_cleanly(one):
                return one
            return None
        if "y" in open_ways and _cuts(one, "y") and _is_outside(top, bottom, box.y, box.height):
            if not _is_one_line(one, box):
                return one
            return None
        open_ways -= {axis for axis in open_ways if one.style.get(f"overflow-{axis}") in _SCROLLS}
        if one.style.get("position") == "fixed":
            return None
    return None


def _is_outside(start: float, end: float, edge: float, size: float) -> bool:
    return start < edge - _SLACK_PX or end > edge + size + _SLACK_PX


def _ends_cleanly(element: Element) -> bool:
    """Cut with an ellipsis, as the author meant it."""
    return element.style.get("white-space") == "nowrap" and element.style.get("text-overflow", "clip") != "clip"


def _is_one_line(element: Element, box: Box) -> bool:
    height: Any = element.style.get("line-height", "normal")
    size = float(element.style.get("font-size", "16px").removesuffix("px"))
    line = size * 1.2 if height == "normal" else float(str(height).removesuffix("px"))
    # One line is left, and its letters have room.
    return size * 0.9 <= box.height <= line + 0.5


RULE = Rule(
    id="act-59br37",
    name="Zoomed text node is not clipped with CSS overflow",
    criteria=("1.4.4",),
    applicability="Text that can be seen in a window of 640 by 512, in an element that hides its overflow.",
    expectation="It is not cut off, but for an ellipsis or whole lines that the author left out on purpose.",
    check=check,
    acts=True,
    worded=True,
)
