"""What looks like a list is one."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks

FEWEST = 3  # lines
MARK = re.compile(r"^([*•·◦▪●‣⁃✓✔→»-]|–|—)\s+\S|^(\d{1,2})[.)]\s+\S")
# A dash may also begin what somebody says, and an arrow or a tick is drawn before single lines.
SURE = frozenset("*•·◦▪●‣⁃")
NOT_ASKED = frozenset({"pre", "code", "textarea", "script", "style", "option", "td", "th"})


def check(subject: Subject) -> Iterator[Finding]:
    """Three lines or more, one under the other, that begin with a mark or with 1, 2, 3 (F2)."""
    found = blocks(subject.snapshot)
    for block in found:
        if block.element.tag not in NOT_ASKED and not _is_in_list(block.element):
            yield from _judged(block.element, _lines(block))
    for around, group in groupby(found, lambda one: one.element.parent):
        siblings = [one for one in group if one.element.tag in ("p", "div") and not _is_in_list(one.element)]
        if isinstance(around, Element) and len(siblings) >= FEWEST:
            yield from _judged(around, [one.text for one in siblings])


def _judged(element: Element, lines: list[str]) -> Iterator[Finding]:
    best: list[str] = []
    for marked, group in groupby(lines, lambda line: bool(MARK.match(line))):
        run = list(group)
        best = run if marked and len(run) > len(best) else best
    if len(best) < FEWEST:
        if len(lines) >= FEWEST:
            yield passed(element, "Its lines do not look like a list.")
        return
    marks = {line[0] for line in best}
    numbers = [int(line.split(".")[0].split(")")[0]) for line in best if line[0].isdigit()]
    counted = len(numbers) == len(best) and all(after == before + 1 for before, after in pairwise(numbers))
    if counted or (len(marks) == 1 and marks <= SURE):
        yield failed(element, f"{len(best)} lines look like a list, and are none: {best[0][:40]!r}")
    else:
        yield cannot_tell(element, f"Are these lines a list? {best[0][:40]!r}")


def _lines(block: Block) -> list[str]:
    """The lines that line breaks make."""
    text = "".join(_with_breaks(block.element, {id(node) for node in block.texts}))
    return [line for line in (" ".join(part.split()) for part in text.split("\r")) if line]


def _with_breaks(node: Node, own: set[int]) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Element) and child.tag == "br":
            yield "\r"
        elif id(child) in own:
            yield child.text
        else:
            yield from _with_breaks(child, own)


def _is_in_list(element: Element) -> bool:
    return any(one.tag == "li" or one.get("role") == "listitem" for one in (element, *element.above))


RULE = Rule(
    id="own-looks-like-list",
    name="What looks like a list is one",
    criteria=("1.3.1",),
    applicability="Every block of three lines or more, and every three blocks in a row, that are in no list.",
    expectation="No three lines in a row begin with the mark of a list, or with numbers that count on.",
    check=check,
)
