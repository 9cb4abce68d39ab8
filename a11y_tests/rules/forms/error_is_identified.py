"""A page that came back because something was wrong says what, and which field it was."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain

FIELDS = frozenset({"input", "select", "textarea"})
UNWRITTEN = frozenset({"hidden", "submit", "button", "reset", "image"})
FEWEST = 2  # of one field it is clear which
WRONG = re.compile(
    r"\b(?:errors?|wrong|invalid|incorrect|fix|correct (?:the|these|this)|missing|fejl|forkert|ugyldig|ret|mangler)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The errors are summed up in words, or fields are marked; each field that the summary leads to is marked."""
    document = subject.snapshot
    fields = [one for one in document.own if one.tag in FIELDS and one.get("type") not in UNWRITTEN and one.is_visible]
    yield from (finding for form in document.own if form.tag == "form" for finding in _alerted(form, fields))
    summaries = [one for one in document.own if _sums_up(one)]
    if not fields or ("error" not in subject.state and not summaries):
        return
    marked = {one.get("id") for one in document.own if one.get("aria-invalid") == "true"}
    told = bool(marked) or bool(summaries)
    yield expect(document.root, told, "The error is told.", "An error was made, and nothing tells which.")
    for link in (one for summary in summaries for one in summary.elements if one.tag == "a"):
        target = document.by_id.get((link.get("href") or "").removeprefix("#"))
        if target is not None and target.tag in FIELDS and target.get("type") not in ("radio", "checkbox"):
            words = "The summary says that this field is wrong, and it is not marked."
            yield expect(target, target.get("id") in marked, "The field is marked.", words)


def _sums_up(element: Element) -> bool:
    called = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return "error-summary" in called and bool(element.visible_text)


def _alerted(form: Element, fields: list[Element]) -> Iterator[Finding]:
    """Of a form with an alert in it that speaks of errors: the alert, or a mark, tells which fields are wrong."""
    alert = next((one for one in form.elements if one.role == "alert" and WRONG.search(one.visible_text)), None)
    inside = [one for one in fields if form in one.above]
    if alert is None or len(inside) < FEWEST or any(one.tag == "a" for one in alert.elements):
        return
    said = plain(alert.visible_text)
    named = [one for one in inside if one.accessible_name and plain(one.accessible_name) in said]
    marked = [
        one for one in inside if one.get("aria-invalid") or one.get("aria-describedby") or one.get("aria-errormessage")
    ]
    borders = {one.style.get("border-top-color") for one in inside if one.tag == inside[0].tag}
    words = "Colour alone tells which field is wrong." if len(borders) > 1 else "It does not tell which field is wrong."
    written = WRONG.search(" ".join(one.visible_text for one in form.elements if one.tag == "label"))
    yield expect(alert, bool(named or marked or written), "It tells which field is wrong.", words)


RULE = Rule(
    id="own-error-is-identified",
    name="An error is told, and the field that is wrong is marked",
    criteria=("3.3.1", "4.1.2"),
    applicability="A page with fields that sums up errors, alerts to them in a form, or was filled in wrong.",
    expectation="Words sum the errors up or fields are marked; a field that the summary leads to is aria-invalid.",
    check=check,
)
