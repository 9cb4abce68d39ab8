"""Colours as browsers write them, and their contrast (WCAG 2.2: relative luminance, contrast ratio)."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"[-+]?\d*\.?\d+(?:e[-+]?\d+)?%?")
BOLD = 700
LARGE_PX, LARGE_BOLD_PX = 24.0, 18.66  # 18 and 14 points


@dataclass(frozen=True)
class Colour:
    """Red, green and blue from 0 to 255, opacity from 0 to 1."""

    red: float
    green: float
    blue: float
    opacity: float = 1.0

    def over(self, below: "Colour") -> "Colour":
        """What is seen where this lies on an opaque colour."""
        part = self.opacity
        return Colour(*(part * a + (1 - part) * b for a, b in zip(self.channels, below.channels, strict=True)))

    def faded(self, opacity: float) -> "Colour":
        """The same with its opacity multiplied."""
        return Colour(*self.channels, self.opacity * opacity)

    @property
    def channels(self) -> tuple[float, float, float]:
        """Red, green and blue."""
        return self.red, self.green, self.blue

    @property
    def luminance(self) -> float:
        """Its relative luminance, from 0 (black) to 1 (white)."""
        red, green, blue = (_linear(channel / 255) for channel in self.channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE = Colour(255, 255, 255)


def _linear(channel: float) -> float:
    channel = min(max(channel, 0.0), 1.0)
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def read(text: str) -> Colour | None:
    """A computed colour: rgb(), rgba(), color(srgb ...) or #rrggbb(aa); None for any other notation."""
    text = text.strip().lower()
    if text.startswith("#") and len(text) in (7, 9):
        parts = [int(text[place : place + 2], 16) for place in range(1, len(text), 2)]
        return Colour(*parts[:3], parts[3] / 255 if len(parts) > 3 else 1.0)
    if text == "transparent":
        return Colour(0, 0, 0, 0)
    if not text.startswith(("rgb", "color(srgb ")):
        return None
    values = [_value(part) for part in _NUMBER.findall(text.partition("(")[2].replace("srgb", ""))]
    if len(values) not in (3, 4):
        return None
    scale = 255.0 if text.startswith("color") else 1.0
    return Colour(*(value * scale for value in values[:3]), *values[3:])


def _value(part: str) -> float:
    return float(part[:-1]) / 100 if part.endswith("%") else float(part)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def is_large(style: dict[str, str]) -> bool:
    """Whether text of this computed style is large: 18 points, or 14 points and bold."""
    size = float((style.get("font-size") or "16px").removesuffix("px"))
    return size >= LARGE_PX or (size >= LARGE_BOLD_PX and float(style.get("font-weight") or 400) >= BOLD)
