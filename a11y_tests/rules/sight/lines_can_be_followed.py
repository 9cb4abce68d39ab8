"""Lines are short, apart, and not stretched."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject

MOST_LETTERS = 80
LEAST_HEIGHT = 1.45  # 1.5, less what rounding takes
BLOCKS = frozenset({"p", "li", "dd", "td"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each paragraph of more than one line: 80 letters a line, half a line between, and no block setting (1.4.8)."""
    for block in subject.snapshot.own:
        if block.tag not in BLOCKS or not block.is_visible:
            continue
        lines = _lines(block)
        if lines < 2:
            continue
        faults = _faults(block, len(block.visible_text) / lines)
        yield failed(block, " ".join(faults)) if faults else passed(block, "Its lines can be followed.")


def _lines(block: Element) -> int:
    """How many lines its text takes: boxes of text at different heights."""
    return len({round(box.y) for node in block.below if node.kind == TEXT for box in node.boxes})


def _faults(block: Element, letters: float) -> list[str]:
    faults = []
    if letters > MOST_LETTERS:
        faults.append(f"A line holds {letters:.0f} letters; {MOST_LETTERS} are the most.")
    if block.style.get("text-align") == "justify":
        faults.append("The lines are stretched to one width.")
    height, size = block.style.get("line-height", ""), float(block.style.get("font-size", "16px").removesuffix("px"))
    if height.endswith("px") and float(height.removesuffix("px")) < LEAST_HEIGHT * size:
        faults.append(f"The lines stand {height} apart at a size of {size:g} px; 1.5 times the size is needed.")
    return faults


RULE = Rule(
    id="own-lines-can-be-followed",
    name="Lines can be followed",
    criteria=("1.4.8",),
    applicability="Every paragraph, list item and cell of more than one line.",
    expectation="A line holds 80 letters at most, lines are 1.5 times the size apart, and text is not justified.",
    check=check,
)
