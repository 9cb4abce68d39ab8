"""Moving the device under a page, and seeing what changes."""

from typing import Any

from playwright.sync_api import Locator

from a11y_tests.evaluation.subject import Subject

EVENTS = ("deviceorientation", "devicemotion")
# All that a person can perceive: text, values, states, what is drawn, and whether things are there.
_STATE = """() => {
  const drawn = (one) => {
    if (one instanceof SVGElement) return [...one.attributes].map((each) => `${each.name}=${each.value}`).join(' ');
    try { return one.localName === 'canvas' ? one.toDataURL() : ''; } catch { return ''; }
  };
  return [document.documentElement, ...document.querySelectorAll('body, body *')].map((one, at) => [at, [
    at ? '' : `${document.title} ${scrollX} ${scrollY}`, one.children.length ? '' : one.textContent, one.value,
    one.checked, one.getAttribute('style'), one.className, one.getAttribute('src'), one.getAttribute('aria-valuenow'),
    one.hidden, drawn(one)].join('|')]);
}"""
_FIRE = """([kind, way]) => {
  const tilt = {alpha: 90 * way, beta: 60 * way, gamma: 60 * way, absolute: false};
  const swing = {interval: 16, acceleration: {x: 20 * way, y: 20 * way, z: 20 * way},
    accelerationIncludingGravity: {x: 25 * way, y: 25 * way, z: 25 * way},
    rotationRate: {alpha: 90 * way, beta: 90 * way, gamma: 90 * way}};
  window.dispatchEvent(kind === 'devicemotion' ? new DeviceMotionEvent(kind, swing)
    : new DeviceOrientationEvent(kind, tilt));
}"""
_PAUSE = "() => new Promise(done => setTimeout(done, 150))"
_CONTROLS = """button, a[href], [role=button], [role=switch], [role=checkbox], summary, [onclick],
  input:not([type=hidden]), select"""


class Motion:
    """A page whose device can be moved."""

    def __init__(self, subject: Subject) -> None:
        self.subject, self.page = subject, subject.page

    def heard(self) -> list[str]:
        """For which kinds of motion the page has a listener on its window."""
        session = self.page.context.new_cdp_session(self.page)
        handle = session.send("Runtime.evaluate", {"expression": "window"})["result"]["objectId"]
        listeners = session.send("DOMDebugger.getEventListeners", {"objectId": handle})["listeners"]
        session.detach()
        return [event for event in EVENTS if any(one["type"] == event for one in listeners)]

    def changes(self, event: str) -> set[int]:
        """The places of the elements that change when the device is tilted and swung, one way and the other."""
        changed: set[int] = set()
        for way in (1, -1):
            before = self._state()
            self.page.evaluate(_FIRE, [event, way])
            self.page.evaluate(_PAUSE)
            changed |= _differing(before, self._state())
        return changed

    def how_many_controls(self) -> int:
        """The number of controls there are, hidden ones too: some come to light when others are used."""
        return self.page.locator(_CONTROLS).count()

    def changes_by(self, number: int) -> set[int]:
        """The places of the elements that change when a control is used; none where it cannot be used now."""
        before = self._state()
        if not self.use(number):
            return set()
        self.page.evaluate(_PAUSE)
        return _differing(before, self._state())

    def control(self, number: int) -> Locator:
        """A control by its place among all of them."""
        return self.page.locator(_CONTROLS).nth(number)

    def use(self, number: int) -> bool:
        """Use a control as a person would; False where it is hidden, disabled or leads away."""
        control = self.control(number)
        if not control.is_visible() or not control.is_enabled() or _leads_away(control.get_attribute("href")):
            return False
        control.focus()
        kind = (control.get_attribute("type") or "").lower()
        if kind in ("range", "number"):
            self.page.keyboard.press("ArrowUp")
        elif control.evaluate("one => one.matches('select')"):
            self.page.keyboard.press("ArrowDown")
        elif control.evaluate("one => one.matches('input:not([type]), input[type=text]')"):
            return False
        else:
            control.click(no_wait_after=True)
        return True

    def _state(self) -> dict[int, str]:
        return dict(self.page.evaluate(_STATE))


def _leads_away(address: Any) -> bool:
    return bool(address) and not str(address).startswith(("#", "javascript:"))


def _differing(before: dict[int, str], after: dict[int, str]) -> set[int]:
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}
