"""Whoever types slowly, or comes back after a while, finds what was typed."""

import re
from collections.abc import Iterator

from playwright.sync_api import Request

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls, watching

KINDS = frozenset({"text", "email", "tel", "password", "search", "url"})
MOST = 3
PAUSE, AWAY = "00:10", "02:00"


def check(subject: Subject) -> Iterator[Finding]:
    """Two digits are typed into the first fields, one more after ten seconds, and two minutes go by."""
    fields = [one for one in controls(subject) if _is_for_text(one)][:MOST]
    if not subject.scripts or not fields:
        return
    if not subject.clock:
        subject.page.clock.install()
        subject.reopen()
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.resource_type in ("xhr", "fetch"):
            asked.append(request.url)

    subject.page.on("request", note)
    kept = [_kept(subject, field) for field in fields]
    subject.page.remove_listener("request", note)
    subject.spoil()
    if asked:
        return  # what the deployment would have answered, a recording cannot tell
    for field, words in zip(fields, kept, strict=True):
        yield failed(field, words) if words else passed(field, "What is typed stays.")


def _is_for_text(element: Element) -> bool:
    return element.tag == "textarea" or (element.tag == "input" and (element.get("type") or "text").lower() in KINDS)


def _kept(subject: Subject, field: Element) -> str:
    """What happens to what is typed; "" where it stays, or where the field takes no digits at all."""
    page = subject.page
    if not page.locator(field.selector).count():
        return ""
    box = page.locator(field.selector).first
    with watching(subject):
        box.focus()
        page.keyboard.press("End")
        page.keyboard.type("12")
        if not _digits(box.input_value()).endswith("12"):
            return ""
        page.clock.run_for(PAUSE)
        page.keyboard.type("3")
        if not _digits(box.input_value()).endswith("123"):
            return "Whoever stops for ten seconds loses what they had typed."
        page.clock.fast_forward(AWAY)
        kept = page.locator(field.selector).count() and _digits(box.input_value()).endswith("123")
    return "" if kept else "What was typed is gone after two minutes."


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


RULE = Rule(
    id="own-typed-stays",
    name="What is typed stays, however slowly",
    criteria=("2.2.1", "2.2.3"),
    applicability="The first three fields for text that take digits, on a page with scripts on.",
    expectation="What is typed is not wiped away when one pauses for ten seconds, or is away for two minutes.",
    check=check,
    acts=True,
)
