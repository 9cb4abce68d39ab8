"""Where a page says its language twice, it says the same."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import is_known, primary
from a11y_tests.rules.support.pages import html_page


def check(subject: Subject) -> Iterator[Finding]:
    """Only the first part of the tags is compared: "en" of "en-GB"."""
    root = html_page(subject)
    if root is None:
        return
    language, xml = (root.get("lang") or "").strip(), (root.get("xml:lang") or "").strip()
    if not xml or not is_known(language):
        return
    same = primary(language) == primary(xml)
    yield expect(root, same, "lang and xml:lang agree.", f"lang says {language!r}, xml:lang {xml!r}.")


RULE = Rule(
    id="act-5b7ae0",
    name="HTML page lang and xml:lang attributes have matching values",
    criteria=("3.1.1",),
    applicability="The html element of a text/html page with a known lang and a non-empty xml:lang attribute.",
    expectation="Both have the same primary language subtag.",
    check=check,
)
