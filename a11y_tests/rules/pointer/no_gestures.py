"""Nothing is done by gestures, by dragging or by shaking the device."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

LISTENED = {
    "touchmove": ("2.5.1", "a gesture of the fingers"),
    "gesturechange": ("2.5.1", "a gesture of the fingers"),
    "dragstart": ("2.5.7", "dragging"),
    "devicemotion": ("2.5.4", "movement of the device"),
    "deviceorientation": ("2.5.4", "movement of the device"),
}


def check(subject: Subject) -> Iterator[Finding]:
    """The page as a whole listens to no gesture or movement, and nothing on it can be dragged."""
    heard = _listeners(subject)
    for kind in LISTENED.keys() & heard:
        yield failed(None, f"The page listens to {LISTENED[kind][1]} ({kind}).", criterion=LISTENED[kind][0])
    for element in subject.snapshot.own:
        if element.get("draggable") == "true":
            yield failed(element, "It can be dragged.")
    if not LISTENED.keys() & heard:
        yield passed(None, "The page listens to no gesture and no movement.")


def _listeners(subject: Subject) -> set[str]:
    session = subject.page.context.new_cdp_session(subject.page)
    heard: set[str] = set()
    try:
        for expression in ("window", "document", "document.body"):
            answer = session.send("Runtime.evaluate", {"expression": expression})
            found = session.send("DOMDebugger.getEventListeners", {"objectId": answer["result"]["objectId"]})
            heard |= {one["type"] for one in found["listeners"]}
    finally:
        session.detach()
    return heard


RULE = Rule(
    id="own-no-gestures",
    name="Nothing waits for gestures, dragging or movement",
    criteria=("2.5.1", "2.5.4", "2.5.7"),
    applicability="Every page.",
    expectation="Window, document and body listen to none of them, and nothing is draggable.",
    check=check,
)
