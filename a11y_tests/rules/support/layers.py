"""What a button opens over the page: a dialog, a lightbox. How it is reached, left and closed by keys."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls, watching
from a11y_tests.rules.support.exposure import is_disabled, is_seen, is_tab_stop
from a11y_tests.rules.support.walking import ESCAPE, FORWARD, Walker

MOST_OPENERS = 6
LEAST_WIDTH, LEAST_HEIGHT = 100, 40  # CSS pixels
TELLING = frozenset({"status", "alert", "log", "tooltip"})  # these are read out, and take no focus
DIALOGS = frozenset({"dialog", "alertdialog"})


@dataclass
class Layer:
    """What opened, and how it went.

    had_focus: focus was in it at once. is_next: the next Tab came into it. kept_focus: Tab stayed in it.
    closed: Escape closed it. out_of_reach: what in it waits for clicks, and takes no focus.
    comes_back: once it was closed, focus was where it had been, or the next Tab led there, or on from there.
    """

    element: Element
    had_focus: bool
    is_next: bool
    kept_focus: bool
    closed: bool
    out_of_reach: list[Element]
    comes_back: bool

    @property
    def is_shut(self) -> bool:
        """Whether Tab and Escape keep one in it, and nothing in it can be pressed to leave."""
        leads_out = any(one.role == "button" and is_seen(one) for one in self.element.elements)
        return self.had_focus and self.kept_focus and not self.closed and not leads_out


def layers(subject: Subject) -> Iterator[tuple[Element, Layer]]:
    """Press Enter on each of the first buttons that lead nowhere; what opens over the page is walked through.

    The page is opened anew after each layer.
    """
    openers = [one for one in controls(subject) if _opens(one)][:MOST_OPENERS]
    if not openers:
        return
    before = subject.snapshot
    for opener in openers:
        subject.page.locator(opener.selector).first.focus()
        with watching(subject):
            subject.page.keyboard.press("Enter")
        after = subject.snapshot_now()
        opened = _opened(before, after)
        if opened is not None:
            yield opener, _walked(subject, opened, opener)
            subject.reopen()
            subject.settle()
            before = subject.snapshot_now()
        else:
            before = after


def _opens(control: Element) -> bool:
    """Whether it is a button that sends no form, or a link that leads nowhere else."""
    if is_disabled(control) or (control.get("aria-expanded") is not None and control.get("aria-haspopup") is None):
        return False  # what it unfolds stands beside it
    if control.tag == "button":
        in_form = any(one.tag == "form" for one in control.above)
        return (control.get("type") or "submit") != "submit" or not in_form
    return control.get("role") == "button" or (control.tag == "a" and _leads_nowhere(control))


def _leads_nowhere(link: Element) -> bool:
    """Whether its address is a script's, or a place on the page that is not there or not seen."""
    address = (link.get("href") or "").strip()
    target = link.document.by_id.get(address.removeprefix("#"))
    return address.startswith("javascript:") or (address.startswith("#") and (target is None or not is_seen(target)))


def _opened(before: Document, after: Document) -> Element | None:
    known = {one.backend_id for one in before.own if _is_layer(one)}
    return next((one for one in after.own if _is_layer(one) and one.backend_id not in known), None)


def _is_layer(element: Element) -> bool:
    role, box = element.get("role") or "", element.box
    over = element.tag == "dialog" or role in DIALOGS or element.style.get("position") == "fixed"
    if not over or role in TELLING or box is None or box.width < LEAST_WIDTH or box.height < LEAST_HEIGHT:
        return False
    # What has nothing to press is a message, and goes by itself or stays.
    return is_seen(element) and any(one.is_clickable or is_tab_stop(one) for one in element.elements)


def _walked(subject: Subject, layer: Element, opener: Element) -> Layer:
    inside = {layer.backend_id, *(one.backend_id for one in layer.elements)}
    stops = [one.backend_id for one in layer.elements if is_tab_stop(one) and is_seen(one)]
    out_of_reach = [one for one in layer.elements if _waits_for_clicks(one)]
    walker = Walker(subject)
    had_focus = walker.focused() in inside
    way = [walker.press(FORWARD) for _ in range(len(stops) + 1)]
    if way[-1] not in inside and stops:
        walker.focus(stops[0])
    walker.press(ESCAPE)
    left = {one.backend_id for one in subject.snapshot_now().own if _is_layer(one)}
    is_kept = all(stop in inside or not stop for stop in way)
    closed = layer.backend_id not in left
    comes_back = not closed or not had_focus or _comes_back(subject, walker, opener)
    return Layer(layer, had_focus, way[0] in inside, is_kept, closed, out_of_reach, comes_back)


def _comes_back(subject: Subject, walker: Walker, opener: Element) -> bool:
    """Whether focus is at what opened it, or the next Tab leads there or to the stop after, or it was sent elsewhere,
    but not to the beginning of the page."""
    stops = [one.backend_id for one in subject.snapshot_now().own if is_tab_stop(one) and is_seen(one)]
    if opener.backend_id not in stops:
        return True  # it is gone too
    place, now = stops.index(opener.backend_id), walker.focused()
    if now:
        return place < 2 or now != stops[0]
    return walker.press(FORWARD) in (*stops[place : place + 2], *([0] if place + 1 == len(stops) else []))


def _waits_for_clicks(element: Element) -> bool:
    if not element.is_clickable or not is_seen(element) or element.tag in ("label", "option"):
        return False
    return not any(is_tab_stop(one) for one in (element, *element.elements)) and bool(element.visible_text)
