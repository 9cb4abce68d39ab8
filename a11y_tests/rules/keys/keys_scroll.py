"""Whoever has no mouse can read on: keys scroll the page."""

from collections.abc import Iterator

from playwright.sync_api import Page, TimeoutError

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

KEYS = ("PageDown", "End", "ArrowDown", "Space")
IS_LONG = """() => { document.activeElement?.blur(); scrollTo(0, 0);
  return document.scrollingElement.scrollHeight > innerHeight + 100; }"""
HAS_SCROLLED = "() => scrollY > 0"
LONGEST_MS, STEP = 2000, 300


def check(subject: Subject) -> Iterator[Finding]:
    """On a page that is longer than its window some key brings one on; where none does, a wheel must not either."""
    page = subject.page
    if not subject.hears("keydown", "keyup", "keypress") or not page.evaluate(IS_LONG):
        return
    for key in KEYS:
        page.keyboard.press(key)
        if _has_scrolled(page, LONGEST_MS // len(KEYS)):
            yield passed(None, "Keys scroll the page.")
            return
    page.mouse.wheel(0, STEP)
    if _has_scrolled(page, LONGEST_MS):
        yield failed(None, f"The wheel scrolls the page, and none of these keys does: {', '.join(KEYS)}.")


def _has_scrolled(page: Page, longest: int) -> bool:
    try:
        page.wait_for_function(HAS_SCROLLED, polling=50, timeout=longest)
    except TimeoutError:
        return False
    return True


RULE = Rule(
    id="own-keys-scroll",
    name="Keys scroll the page",
    criteria=("2.1.1",),
    applicability="Every page that is longer than its window, and whose scripts listen to keys.",
    expectation="Page Down, End, an arrow key or the space bar moves it on, where a wheel does.",
    check=check,
    acts=True,
)
