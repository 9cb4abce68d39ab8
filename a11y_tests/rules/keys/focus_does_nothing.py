"""Nothing happens only because focus comes."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, controls, watching

# Each control in turn: is focus still there a moment after it came?
STAYS = """async selectors => {
  const stays = [];
  for (const selector of selectors) {
    const one = document.querySelector(selector);
    one?.focus();
    await new Promise(done => setTimeout(done, 5));
    stays.push(document.activeElement === one);
  }
  return stays;
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """Focus is brought to each control: the page stays, no window opens, and focus stays where it came."""
    stops = [one for one in controls(subject) if ">>>" not in one.selector]
    if not subject.hears(*FOCUS):
        yield from (passed(one, "Nothing happens.") for one in stops)
        return
    with watching(subject) as noticed:
        stays = subject.page.evaluate(STAYS, [one.selector for one in stops])
    if noticed.anything:
        yield failed(None, f"When focus comes, the page goes to {noticed.told}.")
        return
    for control, stayed in zip(stops, stays, strict=True):
        yield passed(control, "Nothing happens.") if stayed else failed(control, "Focus does not stay here.")


RULE = Rule(
    id="own-focus-does-nothing",
    name="Nothing happens when focus comes",
    criteria=("3.2.1",),
    applicability="The first forty tab stops that can be seen.",
    expectation="Focus that comes stays; the page does not go elsewhere and opens no window.",
    check=check,
    acts=True,
)
