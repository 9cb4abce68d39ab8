"""A page whose time runs out says when, warns, and gives more."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Where the page knows when its session ends: a clock time, a button for more, and a warning that can wait."""
    document = subject.snapshot
    for limit in (one for one in document.own if one.get("data-ends")):
        told = any(letter.isdigit() for letter in limit.visible_text)
        yield expect(limit, told, "It says when.", "It does not say when the time is out.")
        more = any(one.tag == "button" and one.is_visible for one in limit.elements)
        yield expect(limit, more, "More time can be had.", "No button gives more time.")
        if not subject.scripts:
            continue  # nothing can come up by itself
        warns = any(one.tag == "dialog" and _gives_more(one) for one in document.own)
        yield expect(limit, warns, "A warning is ready.", "No warning is ready for when the time runs out.")


def _gives_more(dialog: Element) -> bool:
    return any(one.tag == "button" for one in dialog.elements)


RULE = Rule(
    id="own-limit-is-told",
    name="A limit of time is told, warned of, and can be extended",
    criteria=("2.2.1", "2.2.6"),
    applicability="Every element that holds the time at which a session ends (data-ends).",
    expectation="The time is written, a button extends it, and a dialog that warns is on the page.",
    check=check,
)
