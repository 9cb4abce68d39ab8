"""Pictures of a part of the window, and how many of their pixels stand out."""

import io
from collections import Counter

from PIL import Image
from playwright.sync_api import FloatRect, Page

from a11y_tests.rules.support.colour import Colour, contrast

Pixel = tuple[int, int, int]


def picture(page: Page, box: FloatRect) -> Image.Image | None:
    """A part of the window, given in CSS pixels from its top left; None where that is outside."""
    size = page.viewport_size or {"width": 0, "height": 0}
    left, top = max(box["x"], 0.0), max(box["y"], 0.0)
    right, bottom = min(box["x"] + box["width"], size["width"]), min(box["y"] + box["height"], size["height"])
    if right - left < 1 or bottom - top < 1:
        return None
    part = FloatRect(x=left, y=top, width=right - left, height=bottom - top)
    shot = page.screenshot(clip=part, scale="css", animations="disabled")
    return Image.open(io.BytesIO(shot)).convert("RGB")


def around(boxes: list[FloatRect], margin: float) -> FloatRect:
    """The rectangle around all of them, and a margin."""
    left, top = min(one["x"] for one in boxes) - margin, min(one["y"] for one in boxes) - margin
    right = max(one["x"] + one["width"] for one in boxes) + margin
    bottom = max(one["y"] + one["height"] for one in boxes) + margin
    return FloatRect(x=left, y=top, width=right - left, height=bottom - top)


def changed(one: Image.Image, other: Image.Image, least: float) -> int:
    """How many pixels have at least this contrast with the same ones of another picture of the same place."""
    if one.size != other.size:
        return one.width * one.height
    pairs = Counter(zip(one.get_flattened_data(), other.get_flattened_data(), strict=True))
    return sum(times for (a, b), times in pairs.items() if a != b and _contrast(a, b) >= least)


def standing_out(image: Image.Image, ground: Pixel, least: float) -> int:
    """How many pixels have at least this contrast with a colour."""
    counted = Counter(image.get_flattened_data())
    return sum(times for pixel, times in counted.items() if _contrast(pixel, ground) >= least)


def ground_of(image: Image.Image) -> Pixel:
    """The colour that most pixels have."""
    pixel: Pixel = Counter(image.get_flattened_data()).most_common(1)[0][0]
    return pixel


def _contrast(one: Pixel, other: Pixel) -> float:
    return contrast(Colour(*one), Colour(*other))
