"""A page that came back because something was wrong says what, and which field it was."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

FIELDS = frozenset({"input", "select", "textarea"})


def check(subject: Subject) -> Iterator[Finding]:
    """The errors are summed up in words, or fields are marked; each field that the summary leads to is marked."""
    document = subject.snapshot
    fields = [one for one in document.own if one.tag in FIELDS and one.get("type") != "hidden" and one.is_visible]
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


RULE = Rule(
    id="own-error-is-identified",
    name="An error is told, and the field that is wrong is marked",
    criteria=("3.3.1", "4.1.2"),
    applicability="A page with fields that sums up errors, or that a journey has written something wrong on.",
    expectation="Words sum the errors up or fields are marked; a field that the summary leads to is aria-invalid.",
    check=check,
)
