"""The Enter key does what a click does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import KEYS, controls, watching

# Whether the browser, or a script that took over, did something at the key: the click that Enter makes.
HEARD = """one => { window.heardClick = false;
  one.addEventListener('click', event => { window.heardClick = true; event.preventDefault(); }, { once: true });
  one.focus(); }"""
MOST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Enter on each of the first links and buttons makes the click that a mouse makes."""
    for control in [one for one in controls(subject) if _is_pressed(one)][:MOST]:
        if not subject.hears(*KEYS):  # the browser makes the click
            yield passed(control, "Enter does it.")
            continue
        subject.page.locator(control.selector).first.evaluate(HEARD)
        with watching(subject) as noticed:
            subject.page.keyboard.press("Enter")
        clicked = noticed.anything or subject.page.evaluate("window.heardClick")
        yield expect(control, bool(clicked), "Enter does it.", "Enter does nothing here.")


def _is_pressed(control: Element) -> bool:
    return control.tag == "button" or (control.tag == "a" and control.get("href") is not None)


RULE = Rule(
    id="own-enter-does-it",
    name="Enter does what a click does",
    criteria=("2.1.1",),
    applicability="The first links and buttons that can be seen.",
    expectation="The Enter key makes a click.",
    check=check,
    acts=True,
)
