"""Pressing things as a mouse does, and seeing whether anything on the page has changed."""

from playwright.sync_api import Page

from a11y_tests.evaluation.snapshot import Element

# The tree with all states in it, and what stands in fields. Where focus is, and how far one has scrolled, is no change.
_LOOKS = """() => [document.documentElement.outerHTML,
  ...[...document.querySelectorAll('input, select, textarea')].map(one => `${one.type} ${one.value} ${one.checked}`)]"""


def looks(page: Page) -> list[object]:
    """The page as it is: compare it with how it was."""
    return list(page.evaluate(_LOOKS))


def middle(page: Page, element: Element) -> tuple[float, float] | None:
    """The middle of an element in the window, after it was scrolled there; None where it has no box."""
    place = page.locator(element.selector).first
    if not place.count():
        return None
    place.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = place.bounding_box()
    return (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) if box else None


def click(page: Page, element: Element, times: int = 1) -> None:
    """Press the mouse on the middle of an element and let it go there."""
    if point := middle(page, element):
        page.mouse.click(*point, click_count=times)
