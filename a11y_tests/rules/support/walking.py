"""Walking through a page with the keys that everybody has: where does focus go, and does it ever get out?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import CDPSession

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_focusable, is_seen, is_tab_stop, seen_text

FORWARD, BACKWARD, ESCAPE = "Tab", "Shift+Tab", "Escape"
# The element that has focus, in open shadow trees too; null where none has, as when focus is in the browser's own bar.
_FOCUSED = """(() => {
  let one = document.activeElement;
  while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
  return one === document.body || one === document.documentElement ? null : one;
})()"""
_MOMENT_MS = 60  # timers that a script set when focus moved are due by then
# Two presses more than there are stops bring anybody round; half as many again for what opens on the way.
_SPARE = 3
_GOT_OUT = "focus_got_out"
_KEYS = re.compile(
    r"\b((?:(?:ctrl|control|alt|shift)\s*\+\s*)+)([a-z0-9]|f\d{1,2}|escape|esc|enter|tab)\b|\b(f\d{1,2})\b",
    re.IGNORECASE,
)
_HELP = re.compile(r"\b(help|how|instruction|keyboard|hjælp|hvordan|vejledning|tastatur)", re.IGNORECASE)


@dataclass
class Trap:
    """Where focus goes round without ever getting out: the stops, by their ids in the browser."""

    stops: list[int]

    def elements(self, page: Document) -> list[Element]:
        """The same as elements of a snapshot."""
        return [one for one in page.all if one.backend_id in self.stops]


class Walker:
    """Presses keys on a page and sees where focus is."""

    def __init__(self, subject: Subject) -> None:
        self._subject, self.page = subject, subject.page
        self._session: CDPSession = self.page.context.new_cdp_session(self.page)

    def press(self, key: str) -> int:
        """Press a key or a combination; tells then where focus is, 0 for nowhere."""
        self.page.keyboard.press(key)
        return self.focused()

    def focused(self) -> int:
        """The browser's id of the element that has focus; 0 where none has."""
        self._subject.wait(_MOMENT_MS)
        answer = self._session.send("Runtime.evaluate", {"expression": _FOCUSED})
        handle = answer.get("result", {}).get("objectId")
        if not handle:
            return 0
        return int(self._session.send("DOM.describeNode", {"objectId": handle})["node"]["backendNodeId"])

    def focus(self, element: int) -> int:
        """Set focus to an element by its id in the browser; tells where it is then.

        Where leaving the one before sends focus elsewhere, it is set again.
        """
        at = 0
        for _ in range(3):
            self._session.send("DOM.focus", {"backendNodeId": element})
            at = self.focused()
            if at == element:
                break
        return at

    def goes_out(self, key: str, steps: int) -> tuple[bool, list[int]]:
        """Whether focus comes to the browser within so many presses of a key, and the stops on the way."""
        stops: list[int] = []
        for _ in range(steps):
            stop = self.press(key)
            if not stop:
                return True, stops
            stops.append(stop)
        return False, stops


def find_trap(subject: Subject) -> Trap | None:
    """Walk forward; where focus does not get out, back; then with Escape. None where it gets out.

    That focus got out is remembered: several rules ask, each on the page opened anew.
    """
    if subject.__dict__.get(_GOT_OUT):
        return None
    steps = _steps(subject.snapshot)
    walker = Walker(subject)
    out, stops = walker.goes_out(FORWARD, steps)
    if out:
        subject.__dict__[_GOT_OUT] = True
        return None
    stuck = sorted(set(stops[-max(steps // 2, 2) :]))
    if walker.goes_out(BACKWARD, steps)[0]:
        return None
    walker.press(ESCAPE)
    return None if walker.goes_out(FORWARD, steps)[0] else Trap(stuck)


def way_out(subject: Subject, trap: Trap) -> str:
    """The keys that the page tells of and that bring focus out of the trap; "" where there are none."""
    walker, steps = Walker(subject), _steps(subject.snapshot)
    for keys in _advice(subject, trap):
        for stop in trap.stops:
            walker.focus(stop)
            walker.press(keys)
            if walker.goes_out(FORWARD, steps)[0] or walker.goes_out(BACKWARD, steps)[0]:
                return keys
    return ""


def _steps(page: Document) -> int:
    stops = sum(1 for one in page.all if is_tab_stop(one))
    return stops + stops // 2 + _SPARE


def _advice(subject: Subject, trap: Trap) -> Iterator[str]:
    """Combinations of keys that the page names where everybody can read it, or once its help is opened in the trap."""
    yield from _named_keys(subject.snapshot)
    walker = Walker(subject)
    for element in trap.elements(subject.snapshot):
        if _HELP.search(element.accessible_name):
            walker.focus(element.backend_id)
            walker.press("Enter")
            yield from _named_keys(subject.snapshot_now())


def _named_keys(page: Document) -> Iterator[str]:
    body = next((one for one in page.own if one.tag == "body"), page.root)
    texts = [one for one in body.elements if is_seen(one) and is_exposed(one) and not is_focusable(one)]
    for text in dict.fromkeys(seen_text(one) for one in texts):
        for modifiers, combined, alone in _KEYS.findall(text):
            key = combined or alone
            parts = [part.strip().capitalize() for part in modifiers.split("+") if part.strip()]
            names = ["Control" if part == "Ctrl" else part for part in parts]
            yield "+".join(
                [*names, {"esc": "Escape"}.get(key.lower(), key.lower() if len(key) == 1 else key.capitalize())]
            )
