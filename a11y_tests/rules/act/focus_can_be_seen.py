"""Where the focus is can be seen."""

from collections.abc import Iterator

from playwright.sync_api import FloatRect, Page

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.rule import Rule, expect, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_tab_stop
from a11y_tests.rules.support.paths import PATH_SCRIPT, path_of

_MOST_STEPS = 80  # each costs two pictures of the window
_BODY = "body"
_LOOKS = ("color", "background-color", "display", "position")
# Where the focus is, as a path; in a frame or shadow tree the element around it.
_FOCUSED = (
    "() => { const path = "
    + PATH_SCRIPT
    + """; const now = document.activeElement;
  return !now || now === document.body || now === document.documentElement ? 'body' : path(now); }"""
)
_LEAVE = "() => document.activeElement?.blur()"
# The part of the window around what has focus; null where that is in a frame or a shadow tree, or out of sight.
_NEAR = """() => {
  const one = document.activeElement;
  if (!one || one.shadowRoot || ['iframe', 'frame', 'object', 'embed'].includes(one.localName)) return null;
  const box = one.getBoundingClientRect(), margin = 12;
  const left = Math.max(box.left - margin, 0), top = Math.max(box.top - margin, 0);
  const width = Math.min(box.right + margin, innerWidth) - left;
  const height = Math.min(box.bottom + margin, innerHeight) - top;
  return width >= 1 && height >= 1 ? { x: left, y: top, width, height } : null;
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """With each press of Tab something changes on the screen: it is compared with and without the focus.

    Of elements that look alike and stand in places that look alike, the first is compared.
    """
    stops = [one for one in subject.snapshot.own if is_tab_stop(one)]
    if not stops:
        return
    paths = {path_of(one): one for one in stops}
    subject.page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    seen: set[str] = set()
    compared: dict[tuple[object, ...], Finding] = {}
    for _ in range(min(len(stops) + 1, _MOST_STEPS)):
        subject.page.keyboard.press("Tab")
        path = subject.page.evaluate(_FOCUSED)
        if path == _BODY or path in seen:
            break
        seen.add(path)
        if path in paths:
            element = paths[path]
            kind = _kind(element)
            if kind not in compared or compared[kind].verdict is Verdict.FAILED:
                compared[kind] = _judged(subject, element)
                yield compared[kind]
            else:
                yield passed(element, "The focus can be seen, as on another that looks the same.")


def _kind(element: Element) -> tuple[object, ...]:
    """What its look in any state hangs on, but for selectors that count: own-focus-is-seen asks for every style."""
    around = tuple((one.tag, one.get("class"), one.get("id"), one.get("style")) for one in element.above)
    own = {name: value for name, value in element.attributes.items() if name not in ("href", "value", "name")}
    return element.tag, tuple(sorted(own.items())), *(element.style.get(name) for name in _LOOKS), around


def _judged(subject: Subject, element: Element) -> Finding:
    """Most focus shows near where it is, and a small picture is quickly taken; else the whole window is compared."""
    page = subject.page
    near = page.evaluate(_NEAR)
    seen = _changes(subject, near) if near else False
    if not seen:
        if near:
            page.locator(element.selector).first.focus()
        seen = _changes(subject, None)
    return expect(element, seen, "The focus can be seen.", "Nothing shows that the focus is here.")


def _changes(subject: Subject, part: FloatRect | None) -> bool:
    """Whether this part of the window (all of it where None) is another once the focus has left."""
    subject.settle()
    focused = _picture(subject.page, part)
    subject.page.evaluate(_LEAVE)
    subject.settle()
    return focused != _picture(subject.page, part)


def _picture(page: Page, part: FloatRect | None) -> bytes:
    return page.screenshot(clip=part, animations="disabled", caret="initial")


RULE = Rule(
    id="act-oj04fd",
    name="Element in sequential focus order has visible focus",
    criteria=("2.4.7",),
    applicability="An element that the Tab key leads to.",
    expectation="At least one pixel on the screen differs from when the element is not focused.",
    check=check,
    acts=True,
    quick=False,
)
