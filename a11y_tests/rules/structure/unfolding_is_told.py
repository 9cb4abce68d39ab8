"""Whether something is unfolded is told rightly."""

from collections.abc import Iterator

from playwright.sync_api import Error

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import TEXT_OF_PAGE, watching
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.names import referenced

MOST = 6
PATIENCE_MS = 1000
FEWEST_LETTERS = 20


def check(subject: Subject) -> Iterator[Finding]:
    """Each button with aria-expanded is pressed; what was said before and after is compared with what is seen."""
    for element in [one for one in subject.snapshot.own if _unfolds(one)][:MOST]:
        before = subject.page.evaluate(TEXT_OF_PAGE)
        try:
            with watching(subject) as noticed:
                subject.page.locator(element.selector).press("Enter", timeout=PATIENCE_MS)
        except Error:  # it cannot take focus after all
            continue
        after, now = subject.page.evaluate(TEXT_OF_PAGE), _now(subject, element)
        if noticed.anything or now is None:
            subject.reopen()
            continue
        same = now == element.attributes["aria-expanded"].lower()
        if same and _grows(before, after):
            yield failed(element, f"It shows or hides something, and says aria-expanded={now!r} before and after.")
        elif same and now == "false" and before == after and _is_open(element):
            yield failed(element, "It says that it is folded; what it heads can be seen, and pressing changes nothing.")
        elif not same:
            yield passed(element, "It tells when it is unfolded.")
        subject.reopen()


def _unfolds(element: Element) -> bool:
    state = (element.get("aria-expanded") or "").lower() in ("true", "false") and element.get("aria-haspopup") is None
    return state and element.role == "button" and is_tab_stop(element) and is_seen(element)


def _now(subject: Subject, element: Element) -> str | None:
    found = subject.page.locator(element.selector)
    return (found.get_attribute("aria-expanded") or "").lower() if found.count() == 1 else None


def _grows(before: str, after: str) -> bool:
    """Whether so much text comes or goes that it is no change of the button's own words."""
    return abs(len(after) - len(before)) > FEWEST_LETTERS and (after in before or _all_of(before, after))


def _all_of(before: str, after: str) -> bool:
    shorter, longer = sorted((before.splitlines(), after.splitlines()), key=len)
    return set(shorter) <= set(longer)


def _is_open(element: Element) -> bool:
    """Whether what it controls, or the one thing beside it in a box of their own, is text that can be seen."""
    controlled = referenced(element, "aria-controls")
    if controlled:
        return all(is_seen(one) and bool(one.visible_text) for one in controlled)
    beside = [one for one in element.parent.children if isinstance(one, Element)] if element.parent else []
    return len(beside) == 2 and beside[0] is element and len(beside[1].visible_text) > FEWEST_LETTERS


RULE = Rule(
    id="own-unfolding-is-told",
    name="Whether something is unfolded is told rightly",
    criteria=("4.1.2",),
    applicability="The first six buttons with aria-expanded that keys reach, and that open no menu or dialog.",
    expectation="Where pressing shows or hides text, the state changes; none says folded over what is always seen.",
    check=check,
    acts=True,
)
