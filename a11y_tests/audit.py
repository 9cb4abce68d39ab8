"""Everything a machine can say of one page as it stands, in each of its three worlds of colour.

An `Audit` is given to a journey as its `on_page`: each page is judged once in each state that looks different.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from a11y_tests.axe import Judge
from a11y_tests.basics import basics
from a11y_tests.browser import Tab
from a11y_tests.pages import name_of

PROBES = Path(__file__).parent / "probes"
WORLDS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
}
# WCAG 1.4.10: 320 px wide, as a window of 1280 px is at 400 %; 256 px high.
NARROW, LOW = {"width": 320, "height": 640}, {"width": 1280, "height": 256}
SETTLED = """() => Promise.all(document.getAnimations().map(one => one.finished))
  .then(() => new Promise(requestAnimationFrame))"""


def probe(page: Page, name: str) -> list[str]:
    """What one of the probes (a file of probes/) finds."""
    found: list[str] = page.evaluate(_script(name))
    return found


def in_every_world(page: Page, judge: Judge) -> dict[str, list[str]]:
    """What axe and the probe of focus find in each world of colour. Where a world differs from one before in colours
    and sizes alone, axe's rules that do not look at those would only say the same again, and are left out."""
    found, known = {}, []
    for world, media in WORLDS.items():
        page.emulate_media(reduced_motion="reduce", **media)
        page.evaluate(SETTLED)
        shown = page.evaluate(_script("shown"))
        found[world] = judge.findings(page, looks_only=shown in known) + probe(page, "focus")
        known.append(shown)
    return found


def _script(name: str) -> str:
    return (PROBES / f"{name}.js").read_text(encoding="utf-8")


@dataclass
class Audit:
    """Judges pages, and keeps what it finds. `visited`: the names of the pages that were seen; `seen`: the marks of
    what was judged before, which journeys may share."""

    judge: Judge
    seen: set[str] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)

    def __call__(self, tab: Tab, state: str) -> None:
        """Judge the page that is open in a window."""
        name = name_of(tab.page.url)
        self.visited.add(name)
        self._note(tab, state, "", basics(tab, state))
        if self._is_new(tab, name, state):
            self._judge(tab, state)

    def _is_new(self, tab: Tab, name: str, state: str) -> bool:
        shape = str(tab.page.evaluate(_script("shape")))
        mark = hashlib.sha256(f"{name}\n{state}\n{tab.window.language}\n{shape}".encode()).hexdigest()
        if mark in self.seen:
            return False
        self.seen.add(mark)
        return True

    def _judge(self, tab: Tab, state: str) -> None:
        page = tab.page
        page.keyboard.press("Shift")  # a key was the last input: focus is shown
        for world, faults in in_every_world(page, self.judge).items():
            self._note(tab, state, world, faults)
        page.emulate_media(reduced_motion="reduce", **WORLDS["light"])
        self._note(tab, state, "", probe(page, "targets") + probe(page, "skip_link"))
        for size in (NARROW, LOW):
            page.set_viewport_size(size)
            self._note(tab, state, f"{size['width']} x {size['height']}", probe(page, "reflow"))
        page.set_viewport_size({"width": tab.window.width, "height": tab.window.height})

    def _note(self, tab: Tab, state: str, where: str, faults: list[str]) -> None:
        place = re.sub(r"^https?://[^/]+", "", tab.page.url)
        self.findings += [f"{place} [{state or 'plain'}; {where}] {fault}" for fault in faults]

    def report(self) -> str:
        """The findings, each once, one a line."""
        return "\n".join(dict.fromkeys(self.findings))
