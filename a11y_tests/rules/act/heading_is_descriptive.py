"""A heading says what comes after it is about."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.blocks import perceivable
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.likeness import likeness
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.topics import topic_of_text, topic_of_title

# What was never meant for readers: a place kept free, a moment in time, what a program said when it broke.
_LEFT_OVER = re.compile(
    r"^\[.*\]$|lorem ipsum|^(heading|overskrift|title|titel|untitled|todo|tbd|xxx+|test|asdf\w*)( ?\d+)?$|"
    r"^\d{4}-\d\d-\d\d([ T]\d\d:\d\d.*)?$|uncaught \w*error|exception in|traceback|undefined (function|variable)|"
    r"\bon line \d+$|^(null|undefined|none|nan)$",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """A machine sees what was left over, and a heading for one well-known subject over a text about another."""
    content = list(perceivable(subject.snapshot.root))
    for heading in subject.snapshot.all:
        if semantic_role(heading) == "heading" and is_exposed(heading) and heading.accessible_name:
            yield _judged(heading, _after(heading, content))


def _judged(heading: Element, text: str) -> Finding:
    name = heading.accessible_name
    wanted, found = topic_of_title(name), topic_of_text(text)
    if _LEFT_OVER.search(name):
        return failed(heading, f"{name!r} was not written for readers.")
    if wanted and found and wanted != found:
        return failed(heading, f"The heading {name!r} is about {wanted}, what follows about {found}.")
    if likeness(name, text) > 0 or (wanted and wanted == found):
        return passed(heading, f"What follows takes up the heading {name!r}.")
    return cannot_tell(heading, f"Does {name!r} say what follows? {text[:60]}")


def _after(heading: Element, content: list) -> str:
    """The first content after a heading: all text of the block that it begins."""
    inside = {id(one) for one in heading.below}
    last = max((place for place, one in enumerate(content) if id(one) in inside), default=None)
    if last is None or last + 1 >= len(content):
        return ""
    first = content[last + 1]
    around = next(first.above, None)
    return around.text_content if around is not None else ""


RULE = Rule(
    id="act-b49b2e",
    name="Heading is descriptive",
    criteria=("2.4.6",),
    applicability="Any exposed element with the semantic role heading and an accessible name.",
    expectation="It says what the first content after it is about, or what it is for.",
    check=check,
)
