"""Nothing happens only because something was chosen or typed."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import MOMENT_MS, controls, watching

CHOSEN = frozenset({"checkbox", "radio"})
WRITTEN = frozenset({"text", "email", "tel", "password", "search", "number", "url", ""})


def check(subject: Subject) -> Iterator[Finding]:
    """Each field is changed as a person changes it, and left: no form goes, and no other page comes."""
    fields = [
        one for one in subject.snapshot.own if one.tag == "input" and one.get("type") in CHOSEN and one.is_visible
    ]
    fields += [one for one in controls(subject) if one.tag in ("select", "textarea") or _is_written(one)]
    with watching(subject) as noticed:
        for control in fields[:20]:
            _change(subject, control)
            subject.wait(MOMENT_MS)
            if noticed.anything:
                yield failed(control, f"When it is changed, the page goes to {noticed.going or 'a new window'}.")
                return
            yield passed(control, "The page waits until it is asked.")


def _is_written(control: Element) -> bool:
    return control.tag == "input" and (control.get("type") or "") in WRITTEN and control.get("readonly") is None


def _change(subject: Subject, control: Element) -> None:
    place = subject.page.locator(control.selector).first
    if control.get("type") in CHOSEN:
        place.focus()
        subject.page.keyboard.press("Space")
    elif control.tag == "select":
        values = place.evaluate("one => [...one.options].map(option => option.value)")
        place.select_option(values[-1])
    else:
        place.focus()
        subject.page.keyboard.type("7")
        subject.page.keyboard.press("Tab")


RULE = Rule(
    id="own-choice-does-nothing",
    name="Nothing happens when something is chosen",
    criteria=("3.2.2",),
    applicability="The first twenty fields that can be seen.",
    expectation="Changing one sends no form, goes to no page and opens no window.",
    check=check,
    acts=True,
)
