"""Nothing moves, blinks or flashes on and on."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

MOVING = """() => document.getAnimations().map(one => {
  const timing = one.effect.getComputedTiming();
  return { what: one.effect.target?.outerHTML.slice(0, 120) ?? '', turn: timing.duration, end: timing.endTime };
})"""
# 2.2.2: five seconds. 2.3.1: three flashes in any one second, so a turn of a third of one.
LONGEST_MS, FLASH_MS = 5000, 334


def check(subject: Subject) -> Iterator[Finding]:
    """No animation goes on for more than five seconds, and none turns three times a second, whatever was asked for."""
    page = subject.page
    page.emulate_media(reduced_motion="no-preference")
    page.wait_for_timeout(50)
    moving = page.evaluate(MOVING)
    for one in moving:
        end = one["end"] if one["end"] is not None else float("inf")
        if end > LONGEST_MS:
            yield failed(None, f"It moves for more than five seconds: {one['what']}")
        if isinstance(one["turn"], int | float) and 0 < one["turn"] < FLASH_MS and end > 1000:
            yield failed(None, f"It turns every {one['turn']:.0f} ms: {one['what']}")
    if not moving:
        yield passed(None, "Nothing moves.")
    page.emulate_media(reduced_motion="reduce")


RULE = Rule(
    id="own-nothing-moves-for-ever",
    name="Nothing moves on and on, or flashes",
    criteria=("2.2.2", "2.3.1", "2.3.2"),
    applicability="Every page.",
    expectation="No animation lasts more than five seconds or turns more than three times a second.",
    check=check,
    acts=True,
)
