"""What a double click, a press, a swipe or the pointer's coming does can be done by keys."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import watching
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.listening import listeners
from a11y_tests.rules.support.pressing import click, looks, middle

COMING = frozenset({"mouseenter", "mouseover", "pointerenter", "pointerover"})
PRESSED = frozenset({"dblclick", "mousedown", "mouseup", "pointerdown", "pointerup"})
TOUCHED = frozenset({"touchstart", "touchend"})
WHOLE = frozenset({"html", "body", "main", "form"})  # these listen for what is in them
MOST = 8
SWIPED = """one => {
  const box = one.getBoundingClientRect(), y = box.y + box.height / 2, from = box.x + box.width * .9;
  const touch = x => new Touch({ identifier: 1, target: one, clientX: x, clientY: y });
  const send = (kind, x, gone) => one.dispatchEvent(new TouchEvent(kind, { bubbles: true, cancelable: true,
    touches: gone ? [] : [touch(x)], changedTouches: [touch(x)] }));
  send('touchstart', from);
  for (const step of [40, 80, 120, 160]) send('touchmove', from - step);
  send('touchend', from - 160, true);
}"""
FAR = (1, 1)


def check(subject: Subject) -> Iterator[Finding]:
    """Whatever listens to the mouse or to touch, and is no tab stop nor near one, is pressed, swiped, pointed at."""
    if not subject.hears(*COMING, *PRESSED, *TOUCHED):
        return
    heard = listeners(subject)
    asked = [one for one in subject.snapshot.own if heard.get(one.backend_id) and _is_alone(one)]
    for element in asked[:MOST]:
        kinds = heard[element.backend_id]
        if kinds & (COMING | PRESSED | TOUCHED):
            how = _what_works(subject, element, kinds)
            bad = f"It is worked by {how}, and no key does it."
            yield failed(element, bad) if how else passed(element, "Nothing comes of it.")


def _is_alone(element: Element) -> bool:
    """Whether it can be seen, and no key leads to it, into it, or to what it belongs to."""
    if element.tag in WHOLE or not is_seen(element) or element.tag == "label":
        return False
    around = [one for one in (element, *element.above) if one.tag not in WHOLE]
    return not any(is_tab_stop(one) and is_seen(one) for one in (*around, *element.elements))


def _what_works(subject: Subject, element: Element, kinds: set[str]) -> str:
    """What changes the page: "" for nothing."""
    page, before = subject.page, looks(subject.page)

    def works(kind: str) -> bool:
        with watching(subject) as noticed:
            if kind == "coming" and (point := middle(page, element)):
                page.mouse.move(*point)
            elif kind == "press":
                click(page, element, times=2 if "dblclick" in kinds else 1)
            elif kind == "swipe":
                page.locator(element.selector).first.evaluate(SWIPED)
        return noticed.anything or looks(page) != before

    ways = {"coming": COMING, "press": PRESSED, "swipe": TOUCHED}
    told = {"coming": "the coming of the pointer", "press": "the mouse", "swipe": "swiping"}
    found = next((kind for kind, events in ways.items() if kinds & events and works(kind)), "")
    page.mouse.move(*FAR)
    return told.get(found, "")


RULE = Rule(
    id="own-mouse-is-not-alone",
    name="What mouse and finger do, keys do",
    criteria=("2.1.1", "2.5.1"),
    applicability="The first elements that listen for a double click, a press, a touch or the pointer, and have "
    "no tab stop in or around them.",
    expectation="Pressing, swiping or pointing at it changes nothing.",
    check=check,
    acts=True,
)
