"""The Enter key does what a click does."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import KEYS, PRESS, controls, watching
from a11y_tests.rules.support.pressing import click, looks

# Whether the browser, or a script that took over, did something at the key: the click that Enter makes.
HEARD = """one => { window.heardClick = false;
  one.addEventListener('click', event => { window.heardClick = true; event.preventDefault(); }, { once: true });
  one.focus(); }"""
CLICKS = ("click", "mouseup", "pointerup", "dblclick", *PRESS)
MOST, MOST_OF_SCRIPTS = 3, 4


def check(subject: Subject) -> Iterator[Finding]:
    """Enter on each of the first links and buttons makes the click that a mouse makes; on a button that a script
    works, it does what the mouse does; and it opens what can be folded out."""
    stops = controls(subject)
    pressed = [one for one in stops if _is_pressed(one)][:MOST]
    worked = [one for one in stops if one.tag == "summary" or _is_worked_by_script(one)][:MOST_OF_SCRIPTS]
    if not subject.hears(*KEYS, *CLICKS):
        yield from (passed(one, "The browser does it.") for one in [*pressed, *worked])
        return
    for control in pressed:
        yield _clicks(subject, control)
    for control in worked:
        yield _does_the_same(subject, control)


def _clicks(subject: Subject, control: Element) -> Finding:
    """Whether Enter makes a click; where the mouse makes none either, nobody can say."""
    place, before = subject.page.locator(control.selector).first, looks(subject.page)
    place.evaluate(HEARD)
    with watching(subject) as noticed:
        subject.page.keyboard.press("Enter")
    if noticed.anything or subject.page.evaluate("window.heardClick") or looks(subject.page) != before:
        return passed(control, "Enter does it.")
    place.evaluate(HEARD)
    with watching(subject) as noticed:
        click(subject.page, control)
    if noticed.anything or subject.page.evaluate("window.heardClick") or looks(subject.page) != before:
        return failed(control, "Enter does nothing here, and a click does.")
    return cannot_tell(control, "Neither Enter nor a click does anything: is it worked otherwise?")


def _does_the_same(subject: Subject, control: Element) -> Finding:
    """Whether Enter changes the page where the mouse does."""
    page = subject.page
    before = looks(page)
    page.locator(control.selector).first.focus()
    with watching(subject) as noticed:
        page.keyboard.press("Enter")
        subject.wait(0)
    if noticed.anything or looks(page) != before:
        return passed(control, "Enter does it.")
    with watching(subject) as noticed:
        click(page, control)
        subject.wait(0)
    if noticed.anything or looks(page) != before:
        return failed(control, "Enter does nothing here, and the mouse does.")
    return passed(control, "Neither Enter nor the mouse does anything.")


def _is_pressed(control: Element) -> bool:
    return control.tag == "button" or (control.tag == "a" and control.get("href") is not None)


def _is_worked_by_script(control: Element) -> bool:
    in_form = control.get("form") is not None or any(one.tag == "form" for one in control.above)
    return control.tag == "button" and ((control.get("type") or "submit") == "button" or not in_form)


RULE = Rule(
    id="own-enter-does-it",
    name="Enter does what a click does",
    criteria=("2.1.1",),
    applicability="The first links and buttons that can be seen, and what can be folded out.",
    expectation="The Enter key makes a click, and changes the page where a mouse does.",
    check=check,
    acts=True,
)
