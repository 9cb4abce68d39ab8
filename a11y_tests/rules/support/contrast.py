"""The contrast of each text with what lies behind it: by colours where they are flat, by pixels where not."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil, floor
from weakref import WeakKeyDictionary

from PIL import Image
from playwright.sync_api import FloatRect

from a11y_tests.evaluation.snapshot import TEXT, Box, Document, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.colour import Colour, contrast, is_large, read
from a11y_tests.rules.support.exposure import is_disabled, is_seen
from a11y_tests.rules.support.names import labelled_by, labels_of
from a11y_tests.rules.support.roles import is_svg, semantic_role
from a11y_tests.rules.support.text import is_language, plain

# Text is made see-through, shadows stay: what is left is the background of the text. The property is inherited, also
# into shadow trees, and what a script sets is not held up by a Content-Security-Policy.
_HIDE_TEXT = """(hidden) => {
  const style = document.documentElement.style;
  if (hidden) style.setProperty('-webkit-text-fill-color', 'transparent', 'important');
  else style.removeProperty('-webkit-text-fill-color');
  if (!style.length && !hidden) document.documentElement.removeAttribute('style');
}"""
_INVISIBLE = 1.02
_ENOUGH, _ENOUGH_LARGE = 7.0, 4.5
# With this much to spare the colours need not be looked at in pixels.
_SURE = 0.05
_WIDGETS = frozenset(
    {"button", "checkbox", "combobox", "link", "listbox", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
     "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem"}
)  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """A text and its highest contrast with its background; None where it cannot be measured."""

    element: Element
    text: str
    ratio: float | None
    is_large: bool


_MEASURED: WeakKeyDictionary[Document, list[Measured]] = WeakKeyDictionary()


def measured_texts(subject: Subject) -> list[Measured]:
    """Every text that can be seen and is not of a disabled control, with its contrast.

    By colours alone where these are enough for level AAA, by pixels where they are not, or not known.
    """
    page = subject.snapshot
    if page not in _MEASURED:
        _MEASURED[page] = list(_measure(subject, page, page.all))
    return _MEASURED[page]


def measured_inside(subject: Subject, page: Document, places: Iterable[Element]) -> Iterator[Measured]:
    """The same for the texts inside some elements of a page as it is now."""
    inside = frozenset(places)
    yield from _measure(subject, page, (one for one in page.all if not inside.isdisjoint(one.above)))


def _measure(subject: Subject, page: Document, elements: Iterable[Element]) -> Iterator[Measured]:
    texts = [(node, around, _by_colours(around)) for node, around in _targets(page, elements)]
    doubtful = {node for node, around, ratio in texts if around.document is page and not _is_enough(ratio, around)}
    picture = _picture(subject, page, [box for node in doubtful for box in node.boxes]) if doubtful else None
    for node, around, ratio in texts:
        if node in doubtful and picture is not None:
            ratio = _by_pixels(picture, node.boxes, around)
        if ratio is None or ratio > _INVISIBLE:
            yield Measured(around, " ".join(node.text.split()), ratio, is_large(around.style))


def _targets(page: Document, elements: Iterable[Element]) -> Iterator[tuple[Node, Element]]:
    unmeasured = _labels_of_disabled(page)
    for around in elements:
        for node in around.children:
            if _is_target(node, around) and not any(one in unmeasured for one in (around, *around.above)):
                yield node, around


def _is_enough(ratio: float | None, around: Element) -> bool:
    return ratio is not None and ratio >= (_ENOUGH_LARGE if is_large(around.style) else _ENOUGH) + _SURE


def _is_target(node: Node, around: Element) -> bool:
    if node.kind != TEXT or not node.is_rendered or not is_language(node.text) or is_svg(around):
        return False
    if around.tag in ("option", "optgroup", "noscript") or not is_seen(around) or is_disabled(around):
        return False
    return any(box.width > 0 and box.x + box.width > 0 and box.y + box.height > 0 for box in node.boxes) and not (
        _is_sign(node.text, around)
    )


def _is_sign(text: str, around: Element) -> bool:
    """One letter used as a picture: the control is called something else."""
    control = next((one for one in (around, *around.above) if one.get("aria-label")), None)
    if len(text.strip()) != 1 or control is None or control.text_content != text.strip():
        return False
    return plain(text) not in plain(control.attributes["aria-label"]).split()


def _labels_of_disabled(page: Document) -> set[Element]:
    found: set[Element] = set()
    for element in page.all:
        if semantic_role(element) in _WIDGETS and is_disabled(element):
            found.update(labels_of(element), labelled_by(element))
    return found


def _by_colours(around: Element) -> float | None:
    """The contrast by computed colours, None where shadows, opacity, filters or pictures play a part."""
    front, behind = read(around.style.get("-webkit-text-fill-color", "")), read(around.background)
    if front is None or behind is None or behind.opacity < 1 or around.style.get("text-shadow", "none") != "none":
        return None
    if any(_is_mixed(one) for one in (around, *around.above)):
        return None
    return contrast(front.over(behind), behind)


def _is_mixed(element: Element) -> bool:
    style = element.style
    faded = style.get("opacity", "1") != "1" or style.get("filter", "none") != "none"
    return faded or style.get("mix-blend-mode", "normal") != "normal"


@contextmanager
def hidden_text(subject: Subject) -> Iterator[None]:
    """All letters are see-through, until it is over."""
    subject.page.evaluate(_HIDE_TEXT, True)
    try:
        yield
    finally:
        subject.page.evaluate(_HIDE_TEXT, False)


@dataclass(frozen=True)
class _Picture:
    """A part of the page without its texts. left, top: where it begins on the page, in pixels."""

    image: Image.Image
    left: int
    top: int

    def behind(self, box: Box) -> Iterator[Colour]:
        """The colours of the pixels in a box."""
        left, top = max(ceil(box.x) - self.left, 0), max(ceil(box.y) - self.top, 0)
        right = min(floor(box.x + box.width) - self.left, self.image.width)
        bottom = min(floor(box.y + box.height) - self.top, self.image.height)
        if left < right and top < bottom:
            most = (right - left) * (bottom - top)  # room is made for so many before any is counted
            for _, pixel in self.image.crop((left, top, right, bottom)).getcolors(most) or ():
                yield Colour(*pixel)  # type: ignore[misc]  # an image in RGB has three


def _picture(subject: Subject, page: Document, boxes: list[Box]) -> _Picture | None:
    """A picture of the part of the page that holds these boxes; None where that is out of the page."""
    left, top = max(floor(min(box.x for box in boxes)), 0), max(floor(min(box.y for box in boxes)), 0)
    right = min(ceil(max(box.x + box.width for box in boxes)), ceil(page.width))
    bottom = min(ceil(max(box.y + box.height for box in boxes)), ceil(page.height))
    if left >= right or top >= bottom:
        return None
    part = FloatRect(x=left, y=top, width=right - left, height=bottom - top)
    with hidden_text(subject):
        shot = subject.page.screenshot(full_page=True, clip=part, scale="css", animations="disabled")
    return _Picture(Image.open(io.BytesIO(shot)).convert("RGB"), left, top)


def _by_pixels(picture: _Picture, boxes: list[Box], around: Element) -> float | None:
    front = read(around.style.get("-webkit-text-fill-color", ""))
    if front is None or any(_is_filtered(one) for one in (around, *around.above)):
        return None
    opacity, inside = _groups(around)
    ratios = [
        contrast(_painted(front, behind, inside, opacity), behind) for box in boxes for behind in picture.behind(box)
    ]
    return max(ratios, default=0.0) or None


def _painted(front: Colour, behind: Colour, inside: Colour | None, opacity: float) -> Colour:
    """The text's colour as it is seen: its group's opacity mixes it and its own background with what is behind."""
    part = opacity * front.opacity
    base = inside or behind
    mixed = (b + part * (f - i) for b, f, i in zip(behind.channels, front.channels, base.channels, strict=True))
    return Colour(*(min(max(value, 0.0), 255.0) for value in mixed))


def _is_filtered(element: Element) -> bool:
    style = element.style
    return style.get("filter", "none") != "none" or style.get("mix-blend-mode", "normal") != "normal"


def _groups(around: Element) -> tuple[float, Colour | None]:
    """How opaque all that is around it makes it, and the flat colour behind it inside of the innermost such group."""
    opacity, inside = 1.0, None
    below: Colour | None = None
    for one in (around, *around.above):
        own = read(one.style.get("background-color", ""))
        if below is None and own is not None and own.opacity == 1:
            below = own
        part = float(one.style.get("opacity") or 1)
        if part < 1:
            opacity *= part
            inside = inside or below
    return opacity, inside
