"""A picture of a spot on a page, with a numbered frame around it: what an auditor shows beside a finding.

The page itself is photographed as it is; the frame is drawn into the picture afterwards.
"""

import base64
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.snapshot import Box, Document, Element

FOLDER = "pictures"
# In CSS pixels: how much of what is around belongs to the picture, and how large a picture may be.
MARGIN, LEAST_WIDTH, LEAST_HEIGHT, MOST_WIDTH, MOST_HEIGHT = 60, 480, 160, 1000, 700
WAITED_MS = 1000
# Two colours, so that one of them stands out on whatever is behind it.
DRAWN = """async ({image, box, number}) => {
  const picture = new Image();
  picture.src = 'data:image/png;base64,' + image;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.width; canvas.height = picture.height;
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0);
  if (box) {
    const [x, y, width, height] = box;
    for (const [colour, line] of [['#ffffff', 7], ['#c2006b', 3]]) {
      pen.strokeStyle = colour; pen.lineWidth = line; pen.strokeRect(x, y, width, height);
    }
    pen.font = 'bold 18px sans-serif'; pen.textBaseline = 'top';
    const wide = pen.measureText(number).width + 14, top = y < 30 ? y + height : y - 28;
    const left = Math.min(Math.max(x - 2, 0), canvas.width - wide);
    pen.fillStyle = '#ffffff'; pen.fillRect(left - 2, top - 2, wide + 4, 30);
    pen.fillStyle = '#c2006b'; pen.fillRect(left, top, wide, 26);
    pen.fillStyle = '#ffffff'; pen.fillText(number, left + 7, top + 4);
  }
  return canvas.toDataURL('image/webp', 0.85).split(',')[1];
}"""


@dataclass(frozen=True)
class Cut:
    """The part of a page that is shown: in CSS pixels from the top left of the page."""

    x: float
    y: float
    width: float
    height: float


def place_of(element: Element) -> Box | None:
    """Where an element is on the page, in frames too; None where it cannot be seen."""
    boxes = [box for box in element.boxes if box.width > 0 and box.height > 0]
    boxes = boxes or [box for node in element.below for box in node.boxes if box.width > 0 and box.height > 0]
    if not boxes or not element.is_visible:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    frame = element.document.parent
    around = place_of(frame) if isinstance(frame, Element) else Box(0, 0, 0, 0)
    return Box(x + around.x, y + around.y, right - x, bottom - y) if around else None


def cut_around(box: Box, document: Document) -> Cut:
    """A box with what is around it, inside the page and no larger than a picture may be."""
    width = min(max(box.width + 2 * MARGIN, LEAST_WIDTH), MOST_WIDTH, document.width)
    height = min(max(box.height + 2 * MARGIN, LEAST_HEIGHT), MOST_HEIGHT, document.height)
    x = min(max(box.x - MARGIN, 0), max(document.width - width, 0))
    y = min(max(box.y - MARGIN, 0), max(document.height - height, 0))
    return Cut(x, y, width, height)


def photograph(page: Page, cut: Cut) -> bytes:
    """That part of a page as it is now, in PNG."""
    session = page.context.new_cdp_session(page)
    clip = {"x": cut.x, "y": cut.y, "width": cut.width, "height": cut.height, "scale": 1}
    size = page.viewport_size or {"width": 0, "height": 0}
    beyond = cut.x + cut.width > size["width"] or cut.y + cut.height > size["height"]
    taken = session.send("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": beyond})
    session.detach()
    return base64.b64decode(taken["data"])


def framed(browser: Browser, image: bytes, box: Box | None, cut: Cut, number: str) -> bytes:
    """The picture in WebP, with a numbered frame around the box (in the page's pixels); None: no frame."""
    inside = [box.x - cut.x - 3, box.y - cut.y - 3, box.width + 6, box.height + 6] if box else None
    asked = {"image": base64.b64encode(image).decode("ascii"), "box": inside, "number": number}
    return base64.b64decode(_table(browser).evaluate(DRAWN, asked))


@cache
def _table(browser: Browser) -> Page:
    """An empty page to draw on; it is kept, for one is enough for a process."""
    return browser.new_page()


def announced(element: Element) -> str:
    """What assistive technology is told of an element, in the order in which a screen reader says it."""
    if not element.is_in_tree:
        return "nothing: it is hidden from screen readers"
    said = [f"“{element.accessible_name}”" if element.accessible_name else "no name", element.role or "no role"]
    said += [f"level {level}"] if (level := element.has("level")) else []
    said += [state for state in ("required", "disabled", "expanded", "modal") if element.has(state)]
    said += ["checked"] if str(element.has("checked")) == "true" else []
    said += ["invalid"] if str(element.has("invalid")) not in ("None", "false", "False") else []
    said += [f"described by “{element.accessible_description}”"] if element.accessible_description else []
    return ", ".join(said)


def with_picture(finding: Finding, page: Page, folder: Path, name: str) -> Finding:
    """A failure with a picture of the page as it is now, kept in an evaluation's folder; any other finding as it is.

    Where the evidence has a "spot" (a CSS selector), a frame is drawn around it.
    """
    if finding.verdict is not Verdict.FAILED:
        return finding
    path = folder / FOLDER / f"{name}.webp"
    path.parent.mkdir(exist_ok=True)
    try:
        path.write_bytes(_window(page, str(finding.evidence.get("spot", ""))))
    except Error:  # the verdict stands without a picture
        return finding
    return replace(finding, evidence={**finding.evidence, "screenshot": f"{FOLDER}/{path.name}"})


def _window(page: Page, spot: str) -> bytes:
    """What can be seen of a page in its window, in WebP, with the spot scrolled into it and framed."""
    place = page.locator(spot).first if spot and page.locator(spot).count() else None
    if place:
        place.scroll_into_view_if_needed(timeout=WAITED_MS)
    there = place.bounding_box() if place else None
    box = Box(there["x"], there["y"], there["width"], there["height"]) if there else None
    size = page.viewport_size or {"width": MOST_WIDTH, "height": MOST_HEIGHT}
    browser = page.context.browser
    assert browser is not None
    return framed(browser, page.screenshot(), box, Cut(0, 0, size["width"], size["height"]), "here")
