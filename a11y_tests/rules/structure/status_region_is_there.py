"""Messages come into a region that was there from the beginning."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

MARKS = ("status", "toast", "notification", "notifications", "messages", "live")


def check(subject: Subject) -> Iterator[Finding]:
    """An empty element that is called a place for messages is a live region."""
    for element in subject.snapshot.own:
        called = {*(element.get("class") or "").lower().split(), (element.get("id") or "").lower()}
        if (
            not element.text_content
            and called & set(MARKS)
            and element.tag in ("div", "p", "span", "output", "section")
        ):
            yield expect(element, _is_live(element), "It is a live region.", "Messages in it are not heard.")


def _is_live(element: Element) -> bool:
    return any(
        one.get("role") in ("status", "alert", "log")
        or one.get("aria-live") in ("polite", "assertive")
        or one.tag == "output"
        for one in (element, *element.above)
    )


RULE = Rule(
    id="own-status-region-is-there",
    name="A place for messages is a live region",
    criteria=("4.1.3",),
    applicability='Every empty element whose class or id is "status", "messages", "toast" or the like.',
    expectation="It, or what is around it, is a live region.",
    check=check,
)
