"""Text grows when a page is magnified, and nothing is lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from playwright.sync_api import Page, ViewportSize

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.reading import folded, look, lost, steady

# The size of each text in CSS pixels, largest first.
SIZES = """() => [...document.body.querySelectorAll('p, li, label, a, button')]
  .filter(one => one.innerText && one.checkVisibility()).map(one => parseFloat(getComputedStyle(one).fontSize))"""
# A browser at 200 % has half as many CSS pixels, each twice as large.
HALF: ViewportSize = {"width": 640, "height": 450}
LEAST_GROWTH = 1.5
DOUBLED = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('html { font-size: 200% !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
SINGLE = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"


def check(subject: Subject) -> Iterator[Finding]:
    """At 200 % each text is larger by half at least, and neither there nor with letters twice as large is any lost."""
    page = subject.page
    before, sizes = look(page), page.evaluate(SIZES)
    with _magnified(page):
        subject.settle()
        grown = [2 * now / was for was, now in zip(sizes, page.evaluate(SIZES), strict=False) if was]
        after = look(page)
    before = steady(before, look(page))
    faults = [f"At 200 %: {fault}" for fault in lost(before, after)]
    if doubt := folded(before, after):
        yield cannot_tell(None, f"At 200 % {doubt}")
    if grown and min(grown) < LEAST_GROWTH:
        faults.append(f"At 200 %, a text is only {min(grown):.2f} times as large.")
    page.evaluate(DOUBLED)
    subject.settle()
    after = look(page)
    if (page.viewport_size or HALF)["width"] < HALF["width"]:
        after = replace(after, wide=0)  # on a phone a long word may need to be scrolled to: nothing is lost (1.4.4)
    faults += [f"With letters twice as large: {fault}" for fault in lost(before, after)]
    page.evaluate(SINGLE)
    yield from (failed(None, fault) for fault in faults)
    if not faults:
        yield passed(None, "Text grows, and nothing is lost.")


@contextmanager
def _magnified(page: Page) -> Iterator[None]:
    """The window of a browser at 200 %: half as many pixels, on a screen that is twice as fine."""
    size, session = page.viewport_size, page.context.new_cdp_session(page)
    try:
        # Both at once: where the size stays, Chromium does not ask again what a style sheet says of fine screens.
        session.send("Emulation.setDeviceMetricsOverride", {**HALF, "deviceScaleFactor": 2, "mobile": False})
        yield
    finally:
        session.detach()
        if size is not None:
            page.set_viewport_size(HALF)  # Playwright sends no size that it takes to be there already
            page.set_viewport_size(size)


RULE = Rule(
    id="own-grows-with-zoom",
    name="Text grows when the page is magnified",
    criteria=("1.4.4",),
    applicability="Every page.",
    expectation="At 200 % text is larger and whole; with letters twice as large nothing is cut off or gone.",
    check=check,
    acts=True,
    worded=True,
)
