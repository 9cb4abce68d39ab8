"""Boxes to tick, what is ticked, and buttons that are a sign alone can be seen: told by the pixels."""

from collections.abc import Iterator

from playwright.sync_api import FloatRect

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, expect
from a11y_tests.evaluation.snapshot import Box, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_disabled, is_seen
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.painted import around, changed, ground_of, picture, standing_out

LEAST = 3.0
KINDS = ("checkbox", "radio")
MOST_SIGNS, FEWEST_PIXELS, MARGIN = 6, 8, 3
NATURAL = (13, 13)  # the browser's own, which no author changed
SIGNS = frozenset({"svg", "i", "path"})
CONTROLS = frozenset({"button", "link"})
TICK = "(one, ticked) => { const was = one.checked; one.checked = ticked; return was; }"


def check(subject: Subject) -> Iterator[Finding]:
    """One box of each kind is looked at empty and ticked; each of the first signs that is a control stands out."""
    for kind in KINDS:
        for box in [one for one in subject.snapshot.own if _is_drawn(one, kind)][:1]:
            yield from _box(subject, box)
    for control in [one for one in subject.snapshot.own if _is_sign(one)][:MOST_SIGNS]:
        place = subject.page.locator(control.selector).first
        place.scroll_into_view_if_needed()
        bounds = place.bounding_box()
        shown = picture(subject.page, FloatRect(**bounds)) if bounds else None
        if shown is not None:
            seen = standing_out(shown, ground_of(shown), LEAST) >= FEWEST_PIXELS
            yield expect(control, seen, "The sign can be seen.", "Nothing of this sign has a contrast of 3 to 1.")


def _box(subject: Subject, box: Element) -> Iterator[Finding]:
    place = subject.page.locator(box.selector).first
    place.evaluate("one => one.scrollIntoView({ block: 'center' })")
    bounds = _bounds(subject, box)
    was = place.evaluate(TICK, False)
    empty, wide = picture(subject.page, bounds), picture(subject.page, around([bounds], MARGIN))
    place.evaluate(TICK, True)
    ticked = picture(subject.page, bounds)
    place.evaluate(TICK, was)
    if empty is None or ticked is None or wide is None:
        return
    ground = wide.getpixel((0, wide.height - 1))
    edges = standing_out(empty, ground, LEAST)  # type: ignore[arg-type]  # an image in RGB has three
    enough = (bounds["width"] + bounds["height"]) / 2
    yield expect(box, edges >= enough, "Its box can be seen.", "Nothing of its box has a contrast of 3 to 1.")
    bad = "Ticked and empty look alike: nothing changes by a contrast of 3 to 1."
    yield expect(box, changed(empty, ticked, LEAST) >= FEWEST_PIXELS, "One sees what is ticked.", bad)


def _bounds(subject: Subject, box: Element) -> FloatRect:
    """Where it is drawn in the window: before its label, or itself."""
    drawn = _drawn_before(box) or box.box or Box(0, 0, 0, 0)
    x, y = subject.page.evaluate("() => [scrollX, scrollY]")
    return FloatRect(x=drawn.x - x, y=drawn.y - y, width=drawn.width, height=drawn.height)


def _drawn_before(box: Element) -> Box | None:
    """The box that a style sheet draws before the label."""
    parts = [one for label in labels_of(box) for one in label.elements if one.pseudo == "before" and one.box]
    return next((one.box for one in parts if one.box and min(one.box.width, one.box.height) >= FEWEST_PIXELS), None)


def _is_drawn(one: Element, kind: str) -> bool:
    """Whether an author draws it: the browser's own boxes are as they are."""
    if one.tag != "input" or one.get("type") != kind or is_disabled(one) or not one.box:
        return False
    if _drawn_before(one):
        return any(is_seen(label) for label in labels_of(one))
    return is_seen(one) and one.style.get("border-top-style") not in ("", "none", None) and not _is_natural(one.box)


def _is_natural(box: Box) -> bool:
    return (round(box.width), round(box.height)) == NATURAL


def _is_sign(one: Element) -> bool:
    """Whether it is a control with a drawing and no words."""
    if one.role not in CONTROLS or not is_seen(one) or is_disabled(one) or one.visible_text:
        return False
    inside = list(one.elements)
    return any(part.tag in SIGNS for part in inside) and not any(part.tag in ("img", "picture") for part in inside)


RULE = Rule(
    id="own-marks-can-be-seen",
    name="Boxes, ticks and signs can be seen",
    criteria=("1.4.11",),
    applicability="One box to tick and one choice that an author draws, and the first controls that are only drawings.",
    expectation="Of each some pixels have a contrast of 3 to 1 to the ground, and of what is ticked to what is not.",
    check=check,
    worlds=ALL_WORLDS,
    acts=True,
)
