"""Giving focus to an element of the open page, to see what becomes of it."""

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from a11y_tests.evaluation.snapshot import Element

# By ACT an element that loses focus within a second of getting it, for good, is not focusable.
_GIVE = """async ([selector, patience]) => {
  const found = document.querySelector(selector);
  if (!found) return true;
  found.focus();
  const until = performance.now() + patience;
  while (performance.now() < until) {
    if (document.activeElement !== found) return false;
    await new Promise(done => setTimeout(done, 50));
  }
  return true;
}"""
PATIENCE_MS = 1000


def keeps_focus(page: Page, element: Element) -> bool:
    """Whether focus stays where it is set; taken for granted in frames and shadow trees."""
    if " >>> " in element.selector:
        return True
    try:
        return bool(page.evaluate(_GIVE, [element.selector, PATIENCE_MS]))
    except BrowserError:
        return True
