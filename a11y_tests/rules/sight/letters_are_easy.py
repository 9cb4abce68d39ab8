"""Letters are easy to make out: not tiny, and not all capitals or all slanted for long."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks, holder

TINY_PX = 10.0
FEW_LETTERS = 3  # a mark, or the number of a footnote
MOST_CAPITALS, MOST_SLANTED = 60, 160  # letters: a heading is shorter than the first, a sentence than the second
NEARLY_ALL = 0.9


def check(subject: Subject) -> Iterator[Finding]:
    """Each block of text: the size of its letters, capitals (typed or by style) and italics."""
    for block in blocks(subject.snapshot):
        if block.letters > FEW_LETTERS:
            faults = list(_faults(block))
            yield (
                failed(block.element, " ".join(faults)) if faults else passed(block.element, "It is easy to make out.")
            )


def _faults(block: Block) -> Iterator[str]:
    if block.size <= TINY_PX:
        yield f"The letters are {block.size:g} px large."
    if block.letters > MOST_CAPITALS and _capitals(block) > NEARLY_ALL:
        yield f"{block.letters} letters are all capitals: the shapes of words are lost."
    if block.letters > MOST_SLANTED and block.share("font-style", "italic") > NEARLY_ALL:
        yield f"{block.letters} letters are all slanted."


def _capitals(block: Block) -> float:
    """The part of the letters that are seen as capitals."""
    high = 0
    for node in block.texts:
        letters = [sign for sign in node.text if sign.isalpha()]
        is_made = holder(node).style.get("text-transform") == "uppercase"
        high += len(letters) if is_made else sum(sign.isupper() for sign in letters)
    return high / block.letters


RULE = Rule(
    id="own-letters-are-easy",
    name="Letters are easy to make out",
    criteria=(),
    applicability="Every block of text that can be seen.",
    expectation="Letters are larger than 10 px; no long text is all in capitals or all in italics.",
    check=check,
)
