"""A page shows the same however the device is held."""

from collections.abc import Iterator

from playwright.sync_api import ViewportSize

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.reading import look

UPRIGHT, SIDEWAYS = {"width": 390, "height": 844}, {"width": 844, "height": 390}
# As wide as these, and held the other way: what differs then is not told by the width.
NARROW_LOW, WIDE_HIGH = {"width": 390, "height": 380}, {"width": 844, "height": 860}
TURNED = """() => [document.documentElement, document.body, ...document.querySelectorAll('main, header, footer')]
  .some(one => { const m = new DOMMatrix(getComputedStyle(one).transform); return Math.abs(m.b) > 0.5; })"""


def check(subject: Subject) -> Iterator[Finding]:
    """The words and controls are the same upright and sideways in a window of one width, and nothing turns."""
    root = subject.snapshot.root
    upright, is_turned = _shown(subject, UPRIGHT)
    sideways, is_turned_too = _shown(subject, SIDEWAYS)
    if is_turned or is_turned_too:
        yield failed(root, "It turns when it is held otherwise.")
    elif upright == sideways:
        yield passed(root, "It shows the same either way.")
    else:
        differ = (upright ^ _shown(subject, NARROW_LOW)[0]) | (sideways ^ _shown(subject, WIDE_HIGH)[0])
        differ -= upright ^ _shown(subject, UPRIGHT)[0]  # what comes and goes by itself
        words = f"Only one way shows: {' '.join(sorted(differ))[:120]}"
        yield expect(root, not differ, "What it shows depends on the width, not on how it is held.", words)


def _shown(subject: Subject, size: ViewportSize) -> tuple[frozenset[str], bool]:
    """The words and controls that show at a size, and whether anything large is turned."""
    subject.page.set_viewport_size(size)
    subject.settle()
    seen = look(subject.page)
    return seen.words | seen.controls, bool(subject.page.evaluate(TURNED))


RULE = Rule(
    id="own-held-either-way",
    name="A page shows the same upright and sideways",
    criteria=("1.3.4",),
    applicability="Every page.",
    expectation="The same words and controls show upright and sideways at one width, and nothing is rotated.",
    check=check,
    acts=True,
)
