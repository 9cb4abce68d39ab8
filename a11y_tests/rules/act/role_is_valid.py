"""Each role attribute holds a role that exists."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import SUPPORTED
from a11y_tests.rules.support.exposure import is_exposed

# The roles of DPUB-ARIA 1.1, without their "doc-".
_DPUB = """
    abstract acknowledgments afterword appendix backlink biblioentry bibliography biblioref chapter colophon conclusion
    cover credit credits dedication endnote endnotes epigraph epilogue errata example footnote foreword glossary
    glossref index introduction noteref notice pagebreak pagefooter pageheader pagelist part preface prologue pullquote
    qna subtitle tip toc
"""
_KNOWN = frozenset(SUPPORTED) | {f"doc-{role}" for role in _DPUB.split()}


def check(subject: Subject) -> Iterator[Finding]:
    """Of the tokens in each role attribute, at least one is a role that is not abstract."""
    for element in subject.snapshot.all:
        tokens = (element.get("role") or "").lower().split()
        if tokens and is_exposed(element):
            known = any(token in _KNOWN for token in tokens)
            bad = f"There is no role {' or '.join(tokens)}."
            yield expect(element, known, "The role exists.", bad)


RULE = Rule(
    id="act-674b10",
    name="Role attribute has valid value",
    criteria=(),
    applicability="A role attribute that is not empty, of an element that is not hidden from assistive technology.",
    expectation="One of its tokens is a role of WAI-ARIA, Graphics ARIA or DPUB-ARIA that is not abstract.",
    check=check,
)
