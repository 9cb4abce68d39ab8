"""A page runs the way its language is written."""

import unicodedata
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import blocks

TO_THE_LEFT = frozenset({"R", "AL"})
FEWEST_LETTERS = 100
NEARLY_ALL = 0.9


def check(subject: Subject) -> Iterator[Finding]:
    """Where all of a page runs against its letters, full stops and numbers stand at the wrong end of each line (H56).
    A part of a page may run another way: a name in Latin letters on a page in Arabic does."""
    found = blocks(subject.snapshot)
    letters = [sign for block in found for sign in block.text if sign.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return
    leftward = sum(unicodedata.bidirectional(sign) in TO_THE_LEFT for sign in letters) / len(letters)
    if 1 - NEARLY_ALL < leftward < NEARLY_ALL:
        return
    wanted = "rtl" if leftward >= NEARLY_ALL else "ltr"
    against = sum(len(block.text) for block in found if block.element.style.get("direction") != wanted)
    mostly = against < NEARLY_ALL * sum(len(block.text) for block in found)
    root = subject.snapshot.root
    yield expect(root, mostly, "It runs with its letters.", f"Its letters ask for {wanted}; it runs the other way.")


RULE = Rule(
    id="own-page-runs-with-its-letters",
    name="A page runs the way its letters do",
    criteria=("1.3.2",),
    applicability="Every page with a hundred letters or more, nearly all of which run one way.",
    expectation="Nearly all of its text does not run the other way.",
    check=check,
)
