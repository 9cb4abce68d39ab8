"""On paper the content is whole: what is read there cannot be scrolled or unfolded."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

# A4 is 210 mm wide, which is 794 CSS px; browsers leave a centimetre on each side.
PAPER = {"width": 718, "height": 1000}
# The main content but for what only works on a screen: its length, its tables, and what is cut off.
LOOK = """() => {
  const main = document.querySelector('main, [role=main]');
  if (!main) return null;
  const screens = 'nav, button, form, dialog, input, select, textarea, [role=status], [role=alert]';
  const seen = one => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  let letters = 0;
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (!around.closest(screens) && seen(around)) letters += walker.currentNode.data.trim().length;
  }
  const said = one => one.outerHTML.slice(0, 120);
  const cut = [...main.querySelectorAll('*')].filter(one => seen(one) && one.clientWidth > 2 &&
    getComputedStyle(one).overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 2 && one.innerText?.trim());
  return { letters, tables: [...main.querySelectorAll('table')].filter(seen).map(said), cut: cut.map(said) };
}"""
# Links that lead on and a session's end need not be on paper, the most of a text must.
LEAST_LEFT = 0.5


def check(subject: Subject) -> Iterator[Finding]:
    """As it would be printed, no table is gone, nothing is cut at the edge, and most of the text is there."""
    screen = subject.page.evaluate(LOOK)
    if screen is None or not screen["letters"]:
        return
    subject.page.emulate_media(media="print")
    subject.page.set_viewport_size(PAPER)  # type: ignore[arg-type]
    try:
        subject.settle()
        paper = subject.page.evaluate(LOOK)
    finally:
        subject.page.emulate_media(media="screen")
    faults = list(_lost(screen, paper))
    yield from (failed(None, f"On paper {fault}") for fault in faults)
    if not faults:
        yield passed(None, "On paper the content is whole.")


def _lost(screen: dict[str, Any], paper: dict[str, Any]) -> Iterator[str]:
    yield from (f"a table is gone: {one}" for one in screen["tables"] if one not in paper["tables"])
    yield from (f"the edge cuts this off: {one}" for one in paper["cut"])
    # A sheet that is meant to be printed alone is a table of its own.
    if paper["letters"] < LEAST_LEFT * screen["letters"] and not paper["tables"]:
        yield f"most of the text is gone: {paper['letters']} of {screen['letters']} letters are left."


RULE = Rule(
    id="own-paper-keeps-content",
    name="The content is whole on paper",
    criteria=(),
    applicability="Every page with text in its main content.",
    expectation="Printed on A4 no table is gone, nothing is cut off at the edge, and most of the text is there.",
    check=check,
    acts=True,
    quick=False,
)
