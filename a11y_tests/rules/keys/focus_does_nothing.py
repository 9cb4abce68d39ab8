"""Nothing happens only because focus comes."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls, watching

STAYS = (
    "(one) => { one.focus(); return new Promise(done => setTimeout(() => done(document.activeElement === one), 20)) }"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Focus is brought to each control: the page stays, no window opens, and focus stays where it came."""
    page = subject.page
    for control in controls(subject):
        place = page.locator(control.selector).first
        with watching(page) as noticed:
            stays = place.evaluate(STAYS)
        if noticed.anything:
            yield failed(control, f"When focus comes, the page goes to {noticed.going or 'a new window'}.")
            return
        yield passed(control, "Nothing happens.") if stays else failed(control, "Focus does not stay here.")


RULE = Rule(
    id="own-focus-does-nothing",
    name="Nothing happens when focus comes",
    criteria=("3.2.1",),
    applicability="The first forty tab stops that can be seen.",
    expectation="Focus that comes stays; the page does not go elsewhere and opens no window.",
    check=check,
    acts=True,
)
