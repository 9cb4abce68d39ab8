"""How well focus is seen, told by the pixels: for what no computed style tells."""

from PIL import Image

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.painted import around, changed, picture

LEAST, ANY, THICK, MARGIN = 3.0, 1.0, 2, 8
PART = 0.8  # edges are smoothed, and corners rounded
LEAVE = "() => document.activeElement?.blur()"


def is_seen_well(subject: Subject, control: Element) -> bool | None:
    """Whether an area as large as a line of 2 px around it changes by a contrast of 3 to 1 (2.4.13); None where that
    cannot be seen."""
    seen = _pictures(subject, control)
    if seen is None:
        return None
    without, with_focus, least = seen
    return changed(without, with_focus, LEAST) >= PART * 2 * THICK * least


def changes_at_all(subject: Subject, control: Element) -> bool:
    """Whether any pixel of it or around it is another with focus, but for a caret; True where that cannot be seen."""
    seen = _pictures(subject, control)
    return seen is None or changed(seen[0], seen[1], ANY) > 0


def _pictures(subject: Subject, control: Element) -> tuple[Image.Image, Image.Image, float] | None:
    """It without focus, with it, and half the way around the smallest of its parts."""
    places = [subject.page.locator(one.selector).first for one in (control, *labels_of(control))]
    places[0].evaluate("one => one.scrollIntoView({ block: 'center' })")
    boxes = [box for place in places if (box := place.bounding_box()) is not None]
    if not boxes:
        return None
    subject.page.evaluate(LEAVE)
    subject.settle()
    without = picture(subject.page, around(boxes, MARGIN))
    places[0].focus()
    subject.settle()
    with_focus = picture(subject.page, around(boxes, MARGIN))
    subject.page.evaluate(LEAVE)
    if without is None or with_focus is None:
        return None
    return without, with_focus, min(box["width"] + box["height"] for box in boxes)
