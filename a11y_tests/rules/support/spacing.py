"""Spacing that a style attribute insists on with !important, so that readers cannot widen it (WCAG 1.4.12)."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import expect
from a11y_tests.evaluation.snapshot import TEXT, Document, Element, Node
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.roles import is_html

_DECLARATION = re.compile(r"((?:[^;\"'(]|\"[^\"]*\"|'[^']*'|\([^)]*\))*);?")
# These take the value from elsewhere: nothing is insisted on here.
_FROM_ELSEWHERE = frozenset({"inherit", "unset", "revert", "revert-layer"})


def judge_spacing(page: Document, name: str, least: float, lines: int = 1) -> Iterator[Finding]:
    """A finding for each element that insists on a property, for text of at least so many lines.

    least: the least that is wide enough, as a multiple of the font size.
    """
    for element in page.all:
        value = insisted(element.get("style") or "", name)
        if value is None or value in _FROM_ELSEWHERE or not is_html(element):
            continue
        texts = [one for one in _texts(element, name) if len(_lines(one)) >= lines]
        ratios = [_ratio(next(one.above), name) for one in texts]
        if ratios:
            yield expect(
                element,
                min(ratios) >= least - 0.001,
                f"{name} is {min(ratios):.2f} of the font size.",
                f"{name} is held at {min(ratios):.2f} of the font size; {least} must be possible.",
                ratio=round(min(ratios), 3),
            )


def insisted(style: str, name: str) -> str | None:
    """The value that the last !important declaration of a property in a style attribute gives it."""
    found = None
    for declaration in _DECLARATION.findall(style):
        key, _, value = declaration.partition(":")
        important = re.search(r"\s*!\s*important\s*$", value, re.IGNORECASE)
        if key.strip().lower() == name and important:
            found = value[: important.start()].strip().lower()
    return found


def _texts(element: Element, name: str) -> Iterator[Node]:
    """The texts that can be seen and take the value from this element."""
    for child in element.children:
        if child.kind == TEXT and child.text.strip() and child.is_rendered and is_seen(element):
            yield child
        elif isinstance(child, Element) and not child.pseudo and insisted(child.get("style") or "", name) is None:
            same = child.style.get(name) == element.style.get(name)
            if same or abs(_ratio(child, name) - _ratio(element, name)) < 0.01:
                yield from _texts(child, name)


def _lines(text: Node) -> set[int]:
    return {round(box.y) for box in text.boxes}


def _ratio(element: Element, name: str) -> float:
    value, size = element.style.get(name, "normal"), element.style.get("font-size", "16px")
    if not value.endswith("px"):
        return 0.0
    return float(value.removesuffix("px")) / (float(size.removesuffix("px")) or 1)
