"""Every page has a title."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """The first <title> of the document, wherever it stands, must hold text (the browser's `document.title`)."""
    root = subject.snapshot.root
    if root.tag != "html":
        return
    titles = [
        one for one in subject.snapshot.own if one.tag == "title" and not any(up.tag == "svg" for up in one.above)
    ]
    has_text = bool(titles) and bool(titles[0].text_content)
    yield expect(root, has_text, "The page has a title.", "The page has no title, or an empty one.")


RULE = Rule(
    id="act-2779a5",
    name="HTML page has non-empty title",
    criteria=("2.4.2",),
    applicability="The root element of a page, if it is an html element.",
    expectation="The document has a title element whose text is not only white space.",
    check=check,
)
