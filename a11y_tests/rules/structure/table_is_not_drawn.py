"""A table is not drawn with spaces."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen

FEWEST_LINES = 3
GAP = re.compile(r"\S(?:[ \u00a0]{2,}|\t+)(?=\S)")
CODE = frozenset({"code", "samp", "kbd", "var", "textarea"})
CODE_SIGNS = re.compile(r"[{}<>=;$\\|#`]|\(\)|//|--")
KEPT = ("pre", "break-spaces", "pre-wrap")


def check(subject: Subject) -> Iterator[Finding]:
    """F34: lines whose words stand in columns because of the spaces between them, in text that keeps its spaces."""
    for element in subject.snapshot.own:
        if not _keeps_spaces(element) or not is_seen(element) or not is_exposed(element):
            continue
        lines = [line for line in "".join(_pieces(element)).splitlines() if line.strip()]
        if len(lines) < FEWEST_LINES:
            continue
        columns = _columns(lines)
        if not columns:
            yield passed(element, "Its lines are no columns.")
        elif any(one.tag in CODE for one in (element, *element.above, *element.elements)) or _is_code(lines):
            yield cannot_tell(element, f"Is this a table of {columns + 1} columns?")
        else:
            yield failed(element, f"Spaces make it a table of {columns + 1} columns: cells and headers are not told.")


def _keeps_spaces(element: Element) -> bool:
    """Whether it is the outermost that keeps its spaces, and no table is in it."""
    around = next(element.above, None)
    if element.style.get("white-space") not in KEPT or (around and around.style.get("white-space") in KEPT):
        return False
    return element.tag != "textarea" and not any(one.tag in ("table", "svg") for one in element.elements)


def _pieces(node: Node) -> Iterator[str]:
    for child in node.children:
        if child.kind == TEXT:
            yield child.text
        elif isinstance(child, Element) and not child.pseudo:
            yield "\n" if child.tag == "br" else "".join(_pieces(child))


def _columns(lines: list[str]) -> int:
    """At how many places a word begins after a gap, or ends before one, in every line: numbers stand to the right."""
    expanded = [line.expandtabs() for line in lines]
    starts = [{match.end() for match in GAP.finditer(line)} for line in expanded]
    ends = [{_end(line, match.end()) for match in GAP.finditer(line)} for line in expanded]
    return max(len(set.intersection(*starts)), len(set.intersection(*ends)))


def _end(line: str, start: int) -> int:
    """Where the words that begin at a place end: at the next gap, or with the line."""
    following = GAP.search(line, start)
    return following.start() + 1 if following else len(line.rstrip())


def _is_code(lines: list[str]) -> bool:
    return sum(bool(CODE_SIGNS.search(line)) for line in lines) * 3 > len(lines)


RULE = Rule(
    id="own-table-is-not-drawn",
    name="A table is not drawn with spaces",
    criteria=("1.3.1",),
    applicability="Every text of three lines or more that keeps its spaces.",
    expectation="Gaps between words do not stand at the same place in every line; of code a person judges.",
    check=check,
)
