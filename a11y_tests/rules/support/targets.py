"""How large the things are that one must hit."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.evaluation.snapshot import TEXT, Box, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.names import labels_of

# What Chromium gives to boxes, and to the letters and edges of other controls, where no author says otherwise.
NATURAL_BOX, NATURAL_FONT, NATURAL_HEIGHTS = (13, 13), ("13.3333px", "13.333px"), (18, 24)
HITS = frozenset({"a", "button", "label", "option", "select"})  # a row of links is no sentence
TIGHT = 1.3  # a label no higher than a line of its letters was given no room by its author either


@dataclass(frozen=True)
class Target:
    """A thing to hit, and the rectangle that takes the hit: a box and its label take it together."""

    element: Element
    box: Box

    @property
    def least(self) -> float:
        """Its smaller side in CSS pixels."""
        return min(self.box.width, self.box.height)


def targets(subject: Subject) -> Iterator[Target]:
    """Every target that can be seen; links within a sentence are as large as the sentence's letters (exempt)."""
    for element in subject.snapshot.own:
        if (
            is_tab_stop(element)
            and (is_seen(element) or _is_drawn_by_label(element))
            and element.box
            and not _is_in_sentence(element)
            and _is_hit(element)
        ):
            labels = labels_of(element) if element.get("type") in ("radio", "checkbox") else []
            if _is_browsers_own(element, labels):
                continue
            yield Target(element, _together([element.box, *(one.box for one in labels if one.box)]))


def _is_drawn_by_label(element: Element) -> bool:
    """Whether it is a box to tick that a style sheet hides and draws before its label."""
    return element.get("type") in ("radio", "checkbox") and any(is_seen(one) for one in labels_of(element))


def _is_browsers_own(element: Element, labels: list[Element]) -> bool:
    """Whether its size is what the browser gives it, and no author changed it (exempt from 2.5.5 and 2.5.8)."""
    style, box = element.style, element.box
    if element.get("type") in ("radio", "checkbox"):
        natural = is_seen(element) and box is not None and (round(box.width), round(box.height)) == NATURAL_BOX
        return natural and not any(one.box and one.box.height > TIGHT * _size(one) for one in labels)
    if element.tag not in ("button", "input", "select", "textarea"):
        return False
    untouched = style.get("border-top-style") in ("inset", "outset", "solid") and style.get("font-size") in NATURAL_FONT
    return untouched and box is not None and NATURAL_HEIGHTS[0] <= box.height <= NATURAL_HEIGHTS[1]


def _size(element: Element) -> float:
    return float((element.style.get("font-size") or "16px").removesuffix("px"))


def _is_hit(element: Element) -> bool:
    return element.tag not in ("html", "body", "main") and element.style.get("pointer-events") != "none"


def _is_in_sentence(element: Element) -> bool:
    around = next(element.above, None)
    if element.style.get("display") != "inline" or around is None:
        return False
    texts = [node for node in around.below if node.kind == TEXT and any(sign.isalpha() for sign in node.text)]
    return any(not any(one.tag in HITS for one in node.above if one is not around) for node in texts if node.boxes)


def _together(boxes: list[Box]) -> Box:
    left, top = min(one.x for one in boxes), min(one.y for one in boxes)
    right, bottom = max(one.x + one.width for one in boxes), max(one.y + one.height for one in boxes)
    return Box(left, top, right - left, bottom - top)
