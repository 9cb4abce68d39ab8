"""Where a page says its language twice, it says the same."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.pages import html_page


def check(subject: Subject) -> Iterator[Finding]:
    """Only the first part of the tags is compared: "en" of "en-GB"."""
    root = html_page(subject)
    if root is None:
        return
    language, xml = (root.get("lang") or "").strip().lower(), (root.get("xml:lang") or "").strip().lower()
    if not xml or not re.match(r"[a-z]{2,3}(-|$)", language):
        return
    same = language.split("-")[0] == xml.split("-")[0]
    yield expect(root, same, "lang and xml:lang agree.", f"lang says {language!r}, xml:lang {xml!r}.")


RULE = Rule(
    id="act-5b7ae0",
    name="HTML page lang and xml:lang attributes have matching values",
    criteria=("3.1.1",),
    applicability="The html element of a text/html page with a valid lang and a non-empty xml:lang attribute.",
    expectation="Both have the same primary language subtag.",
    check=check,
)
