"""What says that it is disabled does nothing."""

from collections.abc import Iterator

from playwright.sync_api import Error

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import watching
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.roles import semantic_role

PRESSED = frozenset({"button", "link", "menuitem"})
MOST = 5
PATIENCE_MS = 1000


def check(subject: Subject) -> Iterator[Finding]:
    """Each is pressed with Enter. One may tell in words why it does nothing."""
    said = [one for one in subject.snapshot.own if _says_disabled(one)]
    for element in said[:MOST]:
        with watching(subject) as noticed:
            try:
                subject.page.locator(element.selector).press("Enter", timeout=PATIENCE_MS)
            except Error:  # it cannot take focus after all
                continue
        if noticed.anything:
            yield failed(element, "It says that it is disabled, and it works.")
            subject.reopen()
        else:
            yield passed(element, "It says that it is disabled, and leads nowhere.")


def _says_disabled(element: Element) -> bool:
    says = (element.get("aria-disabled") or "").lower() == "true" and element.get("disabled") is None
    return says and is_tab_stop(element) and is_seen(element) and semantic_role(element) in PRESSED


RULE = Rule(
    id="own-disabled-does-nothing",
    name="What says that it is disabled does nothing",
    criteria=("4.1.2",),
    applicability="Every button and link that keys reach, is called disabled by WAI-ARIA alone, and can be seen.",
    expectation="Enter on it leads nowhere.",
    check=check,
    acts=True,
)
