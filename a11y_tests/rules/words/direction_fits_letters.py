"""Text runs the way its script does."""

import unicodedata
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import blocks

TO_THE_LEFT = frozenset({"R", "AL"})
FEWEST = 8  # letters
NEARLY_ALL = 0.9


def check(subject: Subject) -> Iterator[Finding]:
    """A block of Arabic or Hebrew letters is right to left, and a block of others is left to right (H56, H34)."""
    for block in blocks(subject.snapshot):
        ways = [unicodedata.bidirectional(sign) in TO_THE_LEFT for sign in block.text if sign.isalpha()]
        share = sum(ways) / len(ways) if len(ways) >= FEWEST else 0.5
        if 1 - NEARLY_ALL < share < NEARLY_ALL:
            continue
        is_wanted, has = share >= NEARLY_ALL, block.element.style.get("direction") == "rtl"
        if is_wanted or has:  # a page without any of it is not asked
            words = f"Its letters run to the {'left' if is_wanted else 'right'}, and its direction is the other."
            yield expect(block.element, is_wanted == has, "It runs the way its letters do.", words)


RULE = Rule(
    id="own-direction-fits-letters",
    name="Text runs the way its letters do",
    criteria=(),
    applicability="Every block of text in a script from right to left, or whose direction is from right to left.",
    expectation="The direction is that of nearly all of its letters.",
    check=check,
)
