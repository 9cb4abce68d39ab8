"""The title says what the heading says."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Whoever hears the title first, and then the heading, knows that it is the same page."""
    document = subject.snapshot
    headings = [one for one in document.own if one.tag == "h1" and one.text_content]
    if len(headings) == 1:
        holds = headings[0].text_content in " ".join(document.title.split())
        yield expect(headings[0], holds, "The title holds the heading.", f"The title is {document.title!r}.")


RULE = Rule(
    id="own-title-tells-heading",
    name="The title holds the main heading",
    criteria=("2.4.2",),
    applicability="The h1 of a page that has one.",
    expectation="Its text is a part of the page's title.",
    check=check,
)
