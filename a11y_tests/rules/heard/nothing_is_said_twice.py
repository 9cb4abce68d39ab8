"""Nothing is said twice in a row."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain
from a11y_tests.virtual_reader.phrase import DESCRIPTION, TEXT, Phrase
from a11y_tests.virtual_reader.reading import read

USED = frozenset({"link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "image"})
CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})


def check(subject: Subject) -> Iterator[Finding]:
    """No control or image repeats itself, what was said just before it, or what it is told by."""
    said = [one for one in read(subject.snapshot, subject.language) if not one.again]
    for before, phrase in pairwise(said):
        if phrase.element is None or not plain(phrase.name) or _is_in_table(phrase.element):
            continue
        if phrase.kind in USED | {DESCRIPTION}:
            yield _judged(before, phrase)


def _judged(before: Phrase, phrase: Phrase) -> Finding:
    name = plain(phrase.name)
    half = len(name) // 2
    if name[:half] == name[half + 1 :] and name[half : half + 1] == " " and not name.replace(" ", "").isdigit():
        return failed(phrase.element, f"It says the same twice: {phrase.name!r}")
    if before.kind in USED | {TEXT} and plain(before.name) == name and before.place == phrase.place:
        return failed(phrase.element, f"{phrase.name!r} is said twice in a row.")
    return passed(phrase.element, "It says what was not said just before.")


def _is_in_table(element: Element) -> bool:
    return any(one.role in CELLS for one in element.above)


RULE = Rule(
    id="own-nothing-is-said-twice",
    name="Nothing is said twice in a row",
    criteria=(),
    applicability="Every named control, image and description that is said, outside of tables.",
    expectation="It does not repeat itself, or the text, control or image that is said just before it.",
    check=check,
)
