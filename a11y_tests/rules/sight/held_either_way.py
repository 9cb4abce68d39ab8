"""A page shows the same however the device is held."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.reading import look

UPRIGHT, SIDEWAYS = {"width": 390, "height": 844}, {"width": 844, "height": 390}
TURNED = """() => [document.documentElement, document.body, ...document.querySelectorAll('main, header, footer')]
  .some(one => { const m = new DOMMatrix(getComputedStyle(one).transform); return Math.abs(m.b) > 0.5; })"""


def check(subject: Subject) -> Iterator[Finding]:
    """The words and controls are the same upright and sideways, and nothing turns."""
    page = subject.page
    seen, turned = [], False
    for size in (UPRIGHT, SIDEWAYS):
        page.set_viewport_size(size)
        subject.settle()
        seen.append(look(page))
        turned = turned or page.evaluate(TURNED)
    upright, sideways = seen
    same = upright.words == sideways.words and upright.controls == sideways.controls
    differ = sorted((upright.words ^ sideways.words) | (upright.controls ^ sideways.controls))
    bad = "It turns when it is held otherwise." if turned else f"Only one way shows: {' '.join(differ)[:120]}"
    yield expect(subject.snapshot.root, same and not turned, "It shows the same either way.", bad)


RULE = Rule(
    id="own-held-either-way",
    name="A page shows the same upright and sideways",
    criteria=("1.3.4",),
    applicability="Every page.",
    expectation="The same words and controls show at 390 x 844 and at 844 x 390, and nothing is rotated.",
    check=check,
    acts=True,
)
