"""Text can be given more space."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.reading import look, lost

# What 1.4.12 names. Constructed style sheets are no inline style: a policy does not refuse them.
SPACED = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
  letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
UNSPACED = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"


def check(subject: Subject) -> Iterator[Finding]:
    """With the spaces of 1.4.12 nothing is cut off, gone, or to be scrolled sideways."""
    before = look(subject.page)
    subject.page.evaluate(SPACED)
    subject.settle()
    faults = lost(before, look(subject.page))
    subject.page.evaluate(UNSPACED)
    yield from (failed(None, f"With more space: {fault}") for fault in faults)
    if not faults:
        yield passed(None, "Nothing is lost with more space.")


RULE = Rule(
    id="own-takes-more-space",
    name="Text can be given more space",
    criteria=("1.4.12",),
    applicability="Every page.",
    expectation="With more space between lines, letters, words and paragraphs nothing is lost.",
    check=check,
    acts=True,
    worded=True,
)
