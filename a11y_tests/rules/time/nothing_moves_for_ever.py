"""Nothing moves, blinks or flashes on and on."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

# What moves now, and what the styles had moving that may be over by now: an animation is not what runs when one looks.
MOVING = """() => {
  const found = new Map();
  const note = (what, turn, end) => found.set(`${what} ${turn} ${end}`, { what, turn, end });
  for (const one of document.getAnimations()) {
    const timing = one.effect.getComputedTiming();
    note(one.effect.target?.outerHTML.slice(0, 120) ?? '', timing.duration, timing.endTime);
  }
  for (const one of document.querySelectorAll('*')) for (const pseudo of [null, '::before', '::after']) {
    const style = getComputedStyle(one, pseudo);
    if (style.animationName === 'none' || (pseudo && style.content === 'none')) continue;
    const turns = style.animationDuration.split(','), times = style.animationIterationCount.split(',');
    style.animationName.split(',').forEach((name, index) => {
      const turn = 1000 * parseFloat(turns[index % turns.length]), time = times[index % times.length].trim();
      if (name.trim() !== 'none' && turn && one.checkVisibility()) {
        note(one.outerHTML.slice(0, 120), turn, time === 'infinite' ? null : turn * parseFloat(time));
      }
    });
  }
  return [...found.values()];
}"""
# 2.2.2: five seconds. 2.3.1: three flashes in any one second, so a turn of a third of one.
LONGEST_MS, FLASH_MS = 5000, 334
MAY_MOVE = "matchMedia('(prefers-reduced-motion: no-preference)').matches"
WAIT_MS, MOST_WAITS = 50, 40


def check(subject: Subject) -> Iterator[Finding]:
    """No animation goes on for more than five seconds, and none turns three times a second, whatever was asked for."""
    page = subject.page
    page.emulate_media(reduced_motion="no-preference")
    for _ in range(MOST_WAITS):  # a browser that is busy takes its time to tell the page
        page.wait_for_timeout(WAIT_MS)
        if page.evaluate(MAY_MOVE):
            break
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
