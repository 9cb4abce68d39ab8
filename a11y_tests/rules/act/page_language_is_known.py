"""The language that a page says it is in exists."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import is_known


def check(subject: Subject) -> Iterator[Finding]:
    """The lang attribute of the root element begins with a language of IANA's registry."""
    root = subject.snapshot.root
    tag = root.get("lang") or ""
    if root.tag != "html" or not tag.strip():
        return
    yield expect(root, is_known(tag), f'"{tag}" is a language.', f'"{tag}" is no language tag that is known.', tag=tag)


RULE = Rule(
    id="act-bf051a",
    name="HTML page lang attribute has valid language tag",
    criteria=("3.1.1",),
    applicability="The lang attribute of a page's root element html, if it holds more than white space.",
    expectation="Its primary subtag is a language of IANA's subtag registry.",
    check=check,
)
