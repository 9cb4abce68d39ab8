"""Something shows where focus is, in every world of colour."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.focus_look import focus_looks
from a11y_tests.rules.support.focus_pixels import changes_at_all

MOST_PICTURES = 4
CARET = "one => { one.focus(); const colour = getComputedStyle(one).caretColor; one.blur(); return colour }"
# Whether its look is animated when it has focus: then what matters is how it looks in the end.
ANIMATED = """one => { one.focus(); const animated = one.getAnimations().some(part => part instanceof CSSAnimation);
  one.blur(); return animated }"""
WRITTEN = frozenset({"text", "email", "tel", "password", "search", "number", "url", ""})
UNSEEN = "rgba(0, 0, 0, 0)"


def check(subject: Subject) -> Iterator[Finding]:
    """Where no style tells of an outline or of any change, pictures with and without focus are compared."""
    left, looks = MOST_PICTURES, [one for one in focus_looks(subject) if one[1] is not None]
    fades = bool(looks) and subject.page.locator(looks[0][0].selector).first.evaluate(ANIMATED)
    for control, look in looks:
        if (look[2] or _has_outline(look[0])) and not (fades and left):
            yield passed(control, "Its focus shows.")
        elif left:
            left -= 1
            yield _by_pixels(subject, control)


def _by_pixels(subject: Subject, control: Element) -> Finding:
    if changes_at_all(subject, control):
        return passed(control, "Its focus shows.")
    if _is_written(control) and subject.page.locator(control.selector).first.evaluate(CARET) != UNSEEN:
        return cannot_tell(control, "Nothing but the caret shows that focus is here: is it enough?")
    return failed(control, "Nothing shows that focus is here.")


def _is_written(control: Element) -> bool:
    return control.tag == "textarea" or (control.tag == "input" and (control.get("type") or "") in WRITTEN)


def _has_outline(outlines: list[Any]) -> bool:
    return any(style != "none" and width > 0 and colour[3] > 0 for style, width, colour in outlines)


RULE = Rule(
    id="own-focus-is-seen",
    name="Something shows where focus is",
    criteria=("2.4.7",),
    applicability="Every tab stop that can be seen, the first two hundred.",
    expectation="It has an outline with focus, or its styles or its pixels change.",
    check=check,
    worlds=ALL_WORLDS,
    acts=True,
)
