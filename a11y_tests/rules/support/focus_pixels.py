"""How well focus is seen, told by the pixels: for what no computed style tells."""

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.painted import around, changed, picture

LEAST, THICK, MARGIN = 3.0, 2, 8
PART = 0.8  # edges are smoothed, and corners rounded
LEAVE = "() => document.activeElement?.blur()"


def is_seen_well(subject: Subject, control: Element) -> bool | None:
    """Whether an area as large as a line of 2 px around it changes by a contrast of 3 to 1 (2.4.13); None where that
    cannot be seen."""
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
    least = min(box["width"] + box["height"] for box in boxes)
    return changed(without, with_focus, LEAST) >= PART * 2 * THICK * least
