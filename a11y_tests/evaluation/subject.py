"""The page that is being judged, as a rule sees it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playwright.sync_api import Page, ViewportSize

from a11y_tests.evaluation.snapshot import Document
from a11y_tests.evaluation.taking import take, take_listeners

# The worlds of colour, as Playwright's emulate_media has them.
WORLDS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none", "contrast": "no-preference"},
    "dark": {"color_scheme": "dark", "forced_colors": "none", "contrast": "no-preference"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active", "contrast": "more"},
    "more contrast": {"color_scheme": "light", "forced_colors": "none", "contrast": "more"},
}
UNTOUCHED = """() => {
  document.activeElement?.blur();
  for (const form of document.forms) form.reset();
  scrollTo(0, 0);
}"""
# Two sums over all that a rule may have changed: the tree, what stands in fields, style sheets set by a script. A
# picture of the window leaves an empty style attribute on what may have a caret: that changes nothing.
FINGERPRINT = """() => {
  const parts = [location.href, document.adoptedStyleSheets.length,
    document.documentElement.outerHTML.replaceAll(' style=""', '')];
  for (const one of document.querySelectorAll('input, select, textarea')) {
    parts.push(one.value, one.checked, one.indeterminate);
  }
  const walk = root => { for (const one of root.querySelectorAll('*')) {
    if (one.shadowRoot) { parts.push(one.shadowRoot.innerHTML); walk(one.shadowRoot); }
  } };
  walk(document);
  let a = 7, b = 11;
  for (const sign of parts.join('|')) { const code = sign.codePointAt(0);
    a = (Math.imul(a, 31) + code) | 0; b = (Math.imul(b, 37) ^ code) | 0; }
  return `${a} ${b}`;
}"""
UNSCRIPTED_MS = 100
# Transitions and animations are over before anything is measured; endless ones are left alone.
SETTLED = """() => Promise.race([
  Promise.all(document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity)
    .map(one => one.finished.catch(() => null))),
  new Promise(done => setTimeout(done, 1000)),
]).then(() => new Promise(requestAnimationFrame)).then(() => true)"""


@dataclass
class Subject:
    """One page in one state and one world of colour.

    page: the open page. A rule that does not act leaves it as it is, and looks at `snapshot`.
    reopen: opens the page anew, as it was (no form is sent again); for rules that act.
    html: the source as the server sent it ("" where it is not known).
    language: what it should be in ("da", "en"; "" where that is not known).
    state: what is special about it ("": nothing).
    scripts: whether the page's scripts run. clock: whether the page's clock is ours to move (page.clock).
    size: the window's, to come back to. name: its name in the profile, or its path.
    status, headers: of the answer (header names in lower case).
    as_left: it was recorded as its scripts had left it, and they do not run again: where focus was is not known.
    is_spoilt: a rule has left it so that it must be opened anew for the next.
    """

    page: Page
    reopen: Callable[[], None]
    url: str = ""
    html: str = ""
    name: str = ""
    state: str = ""
    language: str = ""
    world: str = "light"
    scripts: bool = True
    clock: bool = False
    size: ViewportSize | None = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    is_spoilt: bool = False
    as_left: bool = False

    def __post_init__(self) -> None:
        opening = self.reopen

        def reopen() -> None:
            opening()
            self._forget()
            self.is_spoilt = False

        self.reopen = reopen

    def _forget(self) -> None:
        """What was taken of another page, or of this one in another world, is so no more."""
        self.__dict__.pop("snapshot", None)

    @cached_property
    def snapshot(self) -> Document:
        """The page as it was when first asked for, with everything the browser computes; see snapshot.py."""
        return take(self.page)

    @cached_property
    def listeners(self) -> frozenset[str]:
        """The events that the page's scripts listen for, on whatever: what nobody listens for changes nothing.

        They are those of the page as it was when first asked for: whoever works it may leave listeners of their own."""
        return take_listeners(self.page)

    def hears(self, *events: str) -> bool:
        """Whether any of these events may do something here; taken for granted where there are frames."""
        return self.scripts and (len(self.page.frames) > 1 or not self.listeners.isdisjoint(events))

    def snapshot_now(self, *, accessible: bool = True) -> Document:
        """The page as it is now, after a rule has acted; what assistive technology meets only where that is wanted."""
        return take(self.page, accessible=accessible)

    def spoil(self) -> None:
        """A rule that acts says that nobody can use the page after it, though it looks as before."""
        self.is_spoilt = True

    def tidy(self) -> str:
        """Take focus away, empty forms, give the window its size again, after a rule that acted: the fingerprint."""
        if self.size is not None and self.page.viewport_size != self.size:
            self.page.set_viewport_size(self.size)
        return str(self.page.evaluate(f"() => {{ ({UNTOUCHED})(); return ({FINGERPRINT})(); }}"))

    def fingerprint(self) -> str:
        """Tells the page as it is now from the page with any change to tree, fields or style sheets."""
        return str(self.page.evaluate(FINGERPRINT))

    def wait(self, milliseconds: int) -> None:
        """Let the page have time: by its clock where that is ours, which takes none of ours."""
        if self.clock:
            self.page.clock.run_for(milliseconds)
        elif self.scripts:
            self.page.wait_for_timeout(milliseconds)

    def settle(self) -> None:
        """Wait until what moves for a moment has come to rest."""
        if self.scripts:
            self.page.evaluate(SETTLED)
        else:  # timers and animation frames wait for ever where scripts are off
            self.page.wait_for_timeout(UNSCRIPTED_MS)

    def enter(self, world: str) -> None:
        """Change the world of colour; the snapshot is taken anew when next asked for."""
        self.world = world
        self.page.emulate_media(reduced_motion="reduce", **WORLDS[world])
        self.settle()
        self._forget()
