"""A control acts when it is let go, not when it is pressed."""

from collections.abc import Iterator

from playwright.sync_api import Page

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import PRESS, TEXT_OF_PAGE, controls, watching

MOST = 6
# A finger comes down, and its touch is taken back: the system may do so, as where a call comes in.
TOUCHED = """one => {
  const box = one.getBoundingClientRect();
  const spot = { identifier: 1, target: one, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
  const about = { bubbles: true, cancelable: true, touches: [new Touch(spot)], changedTouches: [new Touch(spot)] };
  one.dispatchEvent(new TouchEvent('touchstart', about));
  one.dispatchEvent(new TouchEvent('touchcancel', { ...about, touches: [] }));
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """The mouse is pressed on each of the first controls, moved away, and let go: nothing happens."""
    pressed = [one for one in controls(subject) if one.tag in ("a", "button")][:MOST]
    early = subject.hears(*PRESS) and _acts_early(subject, pressed)
    for control in pressed:
        bad = "It, or a control beside it, acts as soon as it is pressed: whoever slips cannot take it back."
        yield expect(control, not early, "It acts when it is let go.", bad)


def _acts_early(subject: Subject, pressed: list[Element]) -> bool:
    before = subject.page.evaluate(TEXT_OF_PAGE)
    with watching(subject) as noticed:
        for control in pressed:
            _press_and_slip(subject.page, control)
            if subject.hears("touchstart"):
                subject.page.locator(control.selector).first.evaluate(TOUCHED)
    return noticed.anything or bool(subject.page.evaluate(TEXT_OF_PAGE) != before)


def _press_and_slip(page: Page, control: Element) -> None:
    place = page.locator(control.selector).first
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    if box is not None:
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        page.mouse.move(1, 1)
        page.mouse.up()


RULE = Rule(
    id="own-acts-on-release",
    name="A control acts when it is let go",
    criteria=("2.5.2",),
    applicability="The first links and buttons that can be seen.",
    expectation="Pressing it and moving away before letting go does nothing.",
    check=check,
    acts=True,
)
