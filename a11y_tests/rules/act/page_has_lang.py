"""Every page says in which language it is."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.pages import html_page


def check(subject: Subject) -> Iterator[Finding]:
    """xml:lang alone does not do: browsers do not look at it in HTML."""
    root = html_page(subject)
    if root is not None:
        language = (root.get("lang") or "").strip()
        yield expect(
            root, bool(language), f"The page's language is {language!r}.", "The page does not say its language."
        )


RULE = Rule(
    id="act-b5c3f8",
    name="HTML page has lang attribute",
    criteria=("3.1.1",),
    applicability="The root element of a page, if it is an html element and the page is text/html.",
    expectation="It has a lang attribute that is not only white space.",
    check=check,
)
