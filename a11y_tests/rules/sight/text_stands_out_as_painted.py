"""Words stand out as they are painted: under veils and filters, and on pictures that are not of one colour."""

import io
from collections import Counter
from collections.abc import Iterator

from PIL import Image
from playwright.sync_api import FloatRect

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Box, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.colour import Colour, contrast, is_large, read
from a11y_tests.rules.support.contrast import hidden_text
from a11y_tests.rules.support.exposure import is_disabled, is_seen
from a11y_tests.rules.support.text import is_language

LEAST, LEAST_LARGE = 4.5, 3.0
SURE = 0.85  # edges of letters are smoothed: what is measured is a little less than what is painted
PALE, MIXED = 0.3, 0.05  # the part of what lies behind the letters that is too like them
WIDE = 0.3  # the part of the window that a veil covers
MOST = 30


def check(subject: Subject) -> Iterator[Finding]:
    """The first texts that a filter, an opacity, a veil or a picture may make pale are looked at with and without
    their letters."""
    veiled = _has_veil(subject)
    texts = [(node, around) for node, around in _texts(subject) if veiled or _is_mixed(around) or _on_picture(around)]
    texts = texts[:MOST]
    if not texts:
        return
    whole = _shot(subject)
    with hidden_text(subject):
        bare = _shot(subject)
    for node, around in texts:
        yield from _judged(around, _pixels(whole, node.boxes), _pixels(bare, node.boxes), " ".join(node.text.split()))


def _judged(around: Element, painted: list[Colour], behind: list[Colour], text: str) -> Iterator[Finding]:
    least = LEAST_LARGE if is_large(around.style) else LEAST
    letters = Counter((a, b) for a, b in zip(painted, behind, strict=True) if a != b)
    if not letters:
        return  # something lies over it
    best = max(contrast(a, b) for a, b in letters)
    if best < SURE * least:
        yield failed(around, f"As it is painted, the contrast is {best:.2f} to 1 at most: {text[:60]}")
        return
    front = read(around.style.get("-webkit-text-fill-color", ""))
    part = _pale_part(front, behind, least) if front and front.opacity == 1 and not _is_mixed(around) else 0.0
    if part > PALE:
        yield failed(around, f"{100 * part:.0f} % of what lies behind it is too like it: {text[:60]}")
    elif part > MIXED:
        yield cannot_tell(
            around, f"{100 * part:.0f} % of what lies behind it is too like it: can it be read? {text[:60]}"
        )
    else:
        yield passed(around, "It stands out as it is painted.")


def _pale_part(front: Colour, behind: list[Colour], least: float) -> float:
    counted = Counter(behind)
    pale = sum(times for colour, times in counted.items() if contrast(front, colour) < least)
    return pale / max(len(behind), 1)


def _texts(subject: Subject) -> Iterator[tuple[Node, Element]]:
    for around in subject.snapshot.own:
        if around.style.get("text-shadow", "none") != "none" or not is_seen(around) or is_disabled(around):
            continue
        for node in around.children:
            if node.kind == TEXT and node.boxes and is_language(node.text):
                yield node, around


def _is_mixed(around: Element) -> bool:
    for one in (around, *around.above):
        style = one.style
        if style.get("filter", "none") != "none" or style.get("mix-blend-mode", "normal") != "normal":
            return True
        if style.get("opacity", "1") not in ("1", ""):
            return True
    return False


def _on_picture(around: Element) -> bool:
    """Whether a picture or a change of colours lies behind it, before any flat colour."""
    for one in (around, *around.above):
        if one.style.get("background-image", "none") != "none":
            return True
        ground = read(one.style.get("background-color", ""))
        if ground is not None and ground.opacity == 1:
            return False
    return False


def _has_veil(subject: Subject) -> bool:
    """Whether something half transparent lies over a good part of the window."""
    size = subject.page.viewport_size or {"width": 1, "height": 1}
    for one in subject.snapshot.elements:
        ground, box = read(one.style.get("background-color", "")), one.box
        if one.style.get("position") not in ("fixed", "absolute") or ground is None or box is None:
            continue
        if 0 < ground.opacity < 1 and box.width * box.height > WIDE * size["width"] * size["height"]:
            return True
    return False


def _shot(subject: Subject) -> Image.Image:
    page = subject.snapshot
    part = FloatRect(x=0, y=0, width=max(page.width, 1), height=max(page.height, 1))
    shot = subject.page.screenshot(full_page=True, clip=part, scale="css", animations="disabled")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def _pixels(image: Image.Image, boxes: list[Box]) -> list[Colour]:
    found: list[Colour] = []
    for box in boxes:
        left, top = max(int(box.x), 0), max(int(box.y), 0)
        right, bottom = min(int(box.x + box.width), image.width), min(int(box.y + box.height), image.height)
        if left < right and top < bottom:
            found += [Colour(*pixel) for pixel in image.crop((left, top, right, bottom)).get_flattened_data()]
    return found


RULE = Rule(
    id="own-text-stands-out-as-painted",
    name="Words stand out as they are painted",
    criteria=("1.4.3",),
    applicability="The first thirty texts without a shadow that have a filter, an opacity or a picture about them, or a"
    " veil over them.",
    expectation="Some of their pixels have the contrast that is needed, and so has most of what lies behind them.",
    check=check,
    worlds=("light", "dark", "more contrast"),
)
