"""Where the focus is can be seen."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_tab_stop
from a11y_tests.rules.support.paths import PATH_SCRIPT, path_of

_MOST_STEPS = 80  # each costs two pictures of the window
_BODY = "body"
# Where the focus is, as a path; in a frame or shadow tree the element around it.
_FOCUSED = (
    "() => { const path = "
    + PATH_SCRIPT
    + """; const now = document.activeElement;
  return !now || now === document.body || now === document.documentElement ? 'body' : path(now); }"""
)
_LEAVE = "() => document.activeElement?.blur()"


def check(subject: Subject) -> Iterator[Finding]:
    """With each press of Tab something changes on the screen: it is compared with and without the focus."""
    stops = [one for one in subject.snapshot.own if is_tab_stop(one)]
    if not stops:
        return
    paths = {path_of(one): one for one in stops}
    subject.page.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0); }")
    seen: set[str] = set()
    for _ in range(min(len(stops) + 1, _MOST_STEPS)):
        subject.page.keyboard.press("Tab")
        path = subject.page.evaluate(_FOCUSED)
        if path == _BODY or path in seen:
            break
        seen.add(path)
        if path in paths:
            yield _judged(subject, paths[path])


def _judged(subject: Subject, element: Element) -> Finding:
    subject.settle()
    focused = subject.page.screenshot(animations="disabled", caret="initial")
    subject.page.evaluate(_LEAVE)
    subject.settle()
    left = subject.page.screenshot(animations="disabled", caret="initial")
    return expect(element, focused != left, "The focus can be seen.", "Nothing shows that the focus is here.")


RULE = Rule(
    id="act-oj04fd",
    name="Element in sequential focus order has visible focus",
    criteria=("2.4.7",),
    applicability="An element that the Tab key leads to.",
    expectation="At least one pixel on the screen differs from when the element is not focused.",
    check=check,
    acts=True,
    quick=False,
)
