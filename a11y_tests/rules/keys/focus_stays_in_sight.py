"""What has focus is in the window, and is there at all."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, MOMENT_MS
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop

MOST = 6
# Whether it is seen now: some of it in the window, and neither it nor what is around it transparent or clipped away.
IN_SIGHT = """one => {
  const box = one.getBoundingClientRect();
  for (let at = one; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.opacity === '0' || /inset\\((50|100)%/.test(style.clipPath)) return false;
  }
  return box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0
    && box.left < innerWidth;
}"""
HAS_FOCUS = "one => document.activeElement === one"


def check(subject: Subject) -> Iterator[Finding]:
    """Links and buttons that are hidden till they have focus come then; the last on the page stay in the window."""
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and one.tag in ("a", "button") and one.box]
    hidden = [one for one in stops if not is_seen(one) and one.text_content][:MOST]
    last = [one for one in stops if is_seen(one)][-1:] if subject.hears(*FOCUS, "scroll") else []
    for control in [*hidden, *last]:
        place = subject.page.locator(control.selector).first
        place.focus()
        subject.wait(MOMENT_MS)
        subject.settle()
        if place.evaluate(HAS_FOCUS):
            yield _judged(control, bool(place.evaluate(IN_SIGHT)))


def _judged(control: Element, in_sight: bool) -> Finding:
    return expect(control, in_sight, "With focus it is in sight.", "It has focus, and nobody sees it.")


RULE = Rule(
    id="own-focus-stays-in-sight",
    name="What has focus is in sight",
    criteria=("2.4.7",),
    applicability="The first links and buttons that cannot be seen, and the last that can where scripts hear of focus.",
    expectation="With focus, some of it is in the window, not transparent, and not clipped away.",
    check=check,
    acts=True,
)
