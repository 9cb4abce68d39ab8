"""What scrolls can be scrolled with the keyboard."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.roles import is_svg

_PICTURES = frozenset({"img", "svg", "video", "canvas", "input", "select", "textarea", "button", "object", "embed"})
_SCROLLS = frozenset({"auto", "scroll"})
_SIZES = """(selectors) => selectors.map((selector) => {
  let found = null, inside = document;
  for (const part of selector.split(' >>> ')) {
    found = inside?.querySelector(part);
    inside = found?.shadowRoot ?? found?.contentDocument;
  }
  if (!found) return null;
  const style = getComputedStyle(found);
  const px = (name) => parseFloat(style[name]) || 0;
  return {
    across: found.scrollWidth - found.clientWidth, down: found.scrollHeight - found.clientHeight,
    left: px('paddingLeft'), right: px('paddingRight'), top: px('paddingTop'), bottom: px('paddingBottom'),
  };
})"""


def check(subject: Subject) -> Iterator[Finding]:
    """Each element that scrolls has a tab stop in it, or is one."""
    able = [one for one in subject.snapshot.all if _may_scroll(one)]
    if not able:
        return
    sizes = subject.page.evaluate(_SIZES, [one.selector for one in able])
    for element, size in zip(able, sizes, strict=True):
        if size and _scrolls(size):
            reached = is_tab_stop(element) or any(is_tab_stop(inner) for inner in element.elements)
            yield expect(
                element,
                reached,
                "The keyboard reaches what scrolls.",
                "This scrolls, but the keyboard does not reach it in every browser.",
            )


def _may_scroll(element: Element) -> bool:
    if element.tag in ("html", "body", "textarea", "select") or is_svg(element) or not element.is_rendered:
        return False
    overflow = {element.style.get("overflow-x"), element.style.get("overflow-y")}
    return bool(overflow & _SCROLLS) and any(_is_content(child) for child in element.below)


def _is_content(node: object) -> bool:
    if isinstance(node, Element):
        return node.tag in _PICTURES and is_seen(node)
    around = next(node.above, None) if getattr(node, "kind", 0) == TEXT else None  # type: ignore[attr-defined]
    return around is not None and bool(node.text.strip()) and is_seen(around)  # type: ignore[attr-defined]


def _scrolls(size: dict[str, Any]) -> bool:
    """Further than the padding is wide, on one of the two sides at least."""
    across = size["across"] > min(size["left"], size["right"])
    return across or size["down"] > min(size["top"], size["bottom"])


RULE = Rule(
    id="act-0ssw9k",
    name="Scrollable content can be reached with sequential focus navigation",
    criteria=("2.1.1",),
    applicability="An HTML element with content that can be seen, and that scrolls further than its padding.",
    expectation="The Tab key leads to it or into it.",
    check=check,
)
