"""Headings and labels say what follows."""

import re
from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks

EMPTY_WORDS = frozenset({
    "overskrift", "titel", "felt", "tekst", "navn på felt", "sektion", "heading", "title", "field",
    "text", "section", "label", "untitled", "uden titel", "input", "todo", "test", "xxx", "afsnit",
    "skriv her", "tast her", "indtast her", "type here", "enter text here", "enter here", "value", "værdi",
    "valgmulighed", "option", "choice", "mulighed", "undefined", "null", "none", "nan",
})  # fmt: skip
PLACEHOLDER = "lorem ipsum"
# What a template left, "field 1" and "section 2.", and what programs call a field: user_id_1.
NEVER_WORDS = re.compile(
    r"\{+\s*[\w.]+\s*\}+|%\(?\w*\)?s|(?:felt|field|overskrift|heading|afsnit|section|label|option|valgmulighed)"
    r"\s*\d+|[a-z][a-z0-9]*(?:_[a-z0-9]+)+"
)
GROUPS = frozenset({"group", "radiogroup"})
# What any question may be called, in English and Danish.
EMPTY_GROUPS = frozenset({
    "choose", "choose one", "select", "select one", "options", "choices", "group", "please choose", "please select",
    "vælg", "vælg en", "vælg her", "valg", "valgmuligheder", "muligheder", "gruppe",
})  # fmt: skip
NUMBER = re.compile(r"\(?\d{1,2}[.)]?")
ROLES = frozenset({"heading", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "spinbutton"})


def check(subject: Subject) -> Iterator[Finding]:
    """No heading or label is made of a word for headings or labels, or of text to fill space."""
    for element in subject.snapshot.all:
        name = element.accessible_name.lower().strip(" .:*")
        if element.role in ROLES and name:
            good = name not in EMPTY_WORDS and PLACEHOLDER not in name and not NEVER_WORDS.fullmatch(name)
            yield expect(element, good, "It says something.", f"It is only called {name!r}.")
        elif element.role in GROUPS and name in EMPTY_GROUPS and not _is_headed(element):
            yield failed(element, f"The group is only called {name!r}, and nothing before it tells more.")
    yield from _numbered(subject)


def _is_headed(group: Element) -> bool:
    """Whether a heading or a question stands right before a group: then that says what is chosen."""
    before = None
    for block in blocks(group.document):
        if group in (block.element, *block.element.above):
            break
        before = block
    return before is not None and (before.text.endswith("?") or any(_is_heading(one) for one in _around(before)))


def _around(block: Block) -> list[Element]:
    return [block.element, *block.element.above]


def _is_heading(element: Element) -> bool:
    return element.role == "heading"


def _numbered(subject: Subject) -> Iterator[Finding]:
    """Two headings or more that are small numbers alone, one after the other: of one it may be told what it is."""
    headings = [one for one in subject.snapshot.all if one.role == "heading" and one.accessible_name]
    for one, other in pairwise(headings):
        if NUMBER.fullmatch(one.accessible_name) and NUMBER.fullmatch(other.accessible_name):
            yield failed(other, f"The heading is the number {other.accessible_name!r} alone, as is the one before.")


RULE = Rule(
    id="own-heading-says-something",
    name="Headings and labels say something",
    criteria=("2.4.6",),
    applicability="Every heading, every field and every group of choices with a name.",
    expectation="The name is no word for headings or labels themselves, and no text that only fills space.",
    check=check,
)
