"""An audit for journeys with many states: what is built alike is judged whole once, and its other words by their room.

Two states of a page that differ in words only, or a page and its other language, have the same roles, names by the
same means, colours and sizes of targets. What words can break is looked at each time: title, heading, language, and
whether they fit a window of 320 px.
"""

import hashlib
import re

from a11y_tests.audit import NARROW, SETTLED, WORLDS, Audit, _script, probe
from a11y_tests.browser import Tab

WORDED = re.compile(r"(aria-(?:label|description)|lang)=.*?(?= [a-z-]+=|$)", re.MULTILINE)


class SparingAudit(Audit):
    """Judges a page in full where its structure is new, whatever its state and language are called."""

    def _is_new(self, tab: Tab, name: str, state: str) -> bool:
        shape = WORDED.sub(r"\1", str(tab.page.evaluate(_script("shape"))))
        mark = hashlib.sha256(f"{name}\n{shape}".encode()).hexdigest()
        if mark in self.seen:
            self._look_at_room(tab, state)
            return False
        self.seen.add(mark)
        return True

    def _look_at_room(self, tab: Tab, state: str) -> None:
        page = tab.page
        page.emulate_media(reduced_motion="reduce", **WORLDS["light"])
        page.set_viewport_size(NARROW)
        page.evaluate(SETTLED)
        self._note(tab, state, f"{NARROW['width']} x {NARROW['height']}", probe(page, "reflow"))
        page.set_viewport_size({"width": tab.window.width, "height": tab.window.height})
