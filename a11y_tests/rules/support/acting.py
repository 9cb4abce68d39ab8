"""What rules that act have in common: giving focus, and noticing what happens."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from playwright.sync_api import Dialog, Error, Page, Route

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_tab_stop

# More controls than this look like the first ones.
MOST_CONTROLS = 40
EVERYTHING = "**/*"
NO_CONTENT = 204
MOMENT_MS = 50  # what a script does a moment later
# The events by which a script notices keys, focus, or a finger that comes down.
KEYS = ("keydown", "keypress", "keyup")
FOCUS = ("focus", "focusin", "blur", "focusout", "DOMFocusIn", "DOMFocusOut")
PRESS = ("mousedown", "pointerdown", "touchstart")
TEXT_OF_PAGE = "() => document.body.innerText"
# A window that a script opens is counted, and does not come.
COUNT_WINDOWS = """() => {
  const open = window.open;
  let opened = 0;
  window.open = () => { opened += 1; return null };
  window.countedWindows = () => { window.open = open; delete window.countedWindows; return opened };
}"""
COUNTED_WINDOWS = "() => window.countedWindows?.() ?? 0"


def controls(subject: Subject) -> list[Element]:
    """The tab stops that can be seen, the first forty."""
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and one.is_visible]
    return stops[:MOST_CONTROLS]


@dataclass
class Noticed:
    """What happened on a page: the addresses it wanted to go to, the windows it opened, and the boxes of a script that
    must be sent away before anything else."""

    going: list[str] = field(default_factory=list)
    windows: int = 0
    boxes: int = 0

    @property
    def anything(self) -> bool:
        """Whether one would find oneself elsewhere."""
        return bool(self.going or self.windows or self.boxes)

    @property
    def told(self) -> str:
        """Where one would find oneself."""
        return str(self.going) if self.going else "a new window" if self.windows else "a box that must be sent away"


@contextmanager
def watching(subject: Subject) -> Iterator[Noticed]:
    """Notice where a page wants to go while something is done to it, and keep it where it is."""
    page, noticed = subject.page, Noticed()

    def on_route(route: Route) -> None:
        request = route.request
        if not request.is_navigation_request() or request.frame != page.main_frame:
            route.fallback()
            return
        noticed.going.append(request.url)
        with suppress(Error):  # it may have been answered, or given up, by now
            route.fulfill(status=NO_CONTENT)  # the browser stays on the page that it has

    def on_window(window: Page) -> None:
        noticed.windows += 1
        window.close()

    def on_box(box: Dialog) -> None:
        noticed.boxes += box.type != "beforeunload"
        box.dismiss()

    page.route(EVERYTHING, on_route)
    page.on("popup", on_window)
    page.on("dialog", on_box)
    page.evaluate(COUNT_WINDOWS)
    try:
        yield noticed
        subject.wait(MOMENT_MS)
    finally:
        noticed.windows += page.evaluate(COUNTED_WINDOWS)
        page.unroute(EVERYTHING, on_route)
        page.remove_listener("popup", on_window)
        page.remove_listener("dialog", on_box)
