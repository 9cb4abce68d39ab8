"""The letters of a word are not set apart by spaces."""

import re
from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks

SPACED = re.compile(r"(?<!\S)[^\W\d_](?:[ \u00a0][^\W\d_]){3,}(?![^\s.,:;!?])")
VOWELS = frozenset("aeiouyæøåäöüéáíóú")
FEWEST_SURE = 5


def check(subject: Subject) -> Iterator[Finding]:
    """F32: "W e l c o m e" is read letter by letter. Letters in a row of the alphabet are letters."""
    for block in blocks(subject.snapshot):
        for found in _words(block):
            if len(found) >= FEWEST_SURE and _is_all(found, block):
                yield failed(block.element, f"Spaces set the letters of a word apart: {' '.join(found)!r}")
            else:
                yield cannot_tell(block.element, f"Are these the letters of one word? {' '.join(found)!r}")


def _words(block: Block) -> Iterator[str]:
    """The letters of each word that is set apart, in one text: letters in links of their own are an index."""
    for node in block.texts:
        for match in SPACED.finditer(" ".join(node.text.split())):
            letters = "".join(match.group().lower().split())
            if set(letters) & VOWELS and set(letters) - VOWELS and not _is_alphabet(letters):
                yield letters


def _is_alphabet(letters: str) -> bool:
    """Whether they stand in the order of the alphabet, or most of them do."""
    rising = sum(before < after for before, after in pairwise(letters))
    return rising > 0.75 * (len(letters) - 1) or len(set(letters)) < 3


def _is_all(letters: str, block: Block) -> bool:
    """Whether they are all that the block says: in a sentence they may be spelt out."""
    return "".join(sign for sign in block.text.lower() if sign.isalpha()) == letters


RULE = Rule(
    id="own-letters-are-not-spaced",
    name="The letters of a word are not set apart by spaces",
    criteria=("1.3.2",),
    applicability="Every four or more single letters with spaces between them, not in the order of the alphabet.",
    expectation="There are fewer than five, or they are part of a sentence; then a person judges.",
    check=check,
)
