"""No script keeps anybody from magnifying the page."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

# Ctrl and plus, the wheel with Ctrl, and two fingers: does a script take them from the browser?
TAKEN = """() => {
  const place = document.body, sure = { bubbles: true, cancelable: true };
  const touch = (id, x) => new Touch({ identifier: id, target: place, clientX: x, clientY: 100 });
  const events = {
    'Ctrl and plus': () => new KeyboardEvent('keydown', { ...sure, key: '+', code: 'NumpadAdd', ctrlKey: true }),
    'Ctrl and the wheel': () => new WheelEvent('wheel', { ...sure, deltaY: -100, ctrlKey: true }),
    'two fingers': () => new TouchEvent('touchmove', { ...sure, touches: [touch(1, 100), touch(2, 200)] }),
  };
  return Object.entries(events).filter(([, made]) => !place.dispatchEvent(made())).map(([name]) => name);
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """The keys, the wheel and the fingers by which pages are magnified reach the browser."""
    heard = subject.hears("keydown", "wheel", "mousewheel", "touchmove", "gesturestart")
    taken = subject.page.evaluate(TAKEN) if heard else []
    bad = f"A script takes from the browser what magnifies the page: {', '.join(taken)}."
    yield expect(subject.snapshot.root, not taken, "Everybody can magnify the page.", bad)


RULE = Rule(
    id="own-zoom-is-the-users",
    name="No script keeps anybody from magnifying",
    criteria=("1.4.4",),
    applicability="Every page.",
    expectation="Ctrl and plus, the wheel with Ctrl, and two fingers on the page are not taken from the browser.",
    check=check,
    acts=True,
)
