"""A picture drawn with letters and signs has words."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

FEWEST, MANY = 20, 0.5  # signs, and the part of them that are neither letters nor digits
CODE = frozenset({"code", "samp", "kbd", "var"})


def check(subject: Subject) -> Iterator[Finding]:
    """A pre full of strokes and slashes is heard sign by sign, unless it is an image with a name (F72)."""
    for block in subject.snapshot.own:
        if block.tag != "pre" or not block.is_visible:
            continue
        signs = [sign for sign in block.text_content if not sign.isspace()]
        drawn = sum(not sign.isalnum() for sign in signs)
        is_code = any(one.tag in CODE for one in block.elements)
        if len(signs) >= FEWEST and drawn > MANY * len(signs) and not is_code:
            yield expect(block, _is_told(block), "It has words.", "It is a picture drawn with signs, and has no words.")


def _is_told(block: Element) -> bool:
    around = (block, *block.above)
    return any(one.get("aria-hidden") == "true" or (one.get("role") == "img" and one.accessible_name) for one in around)


RULE = Rule(
    id="own-drawing-of-letters-is-told",
    name="A picture drawn with letters has words",
    criteria=("1.1.1",),
    applicability="Every pre of 20 signs or more, no code, of which more than half are neither letters nor digits.",
    expectation="It, or what is around it, is an image with a name, or is hidden from assistive technology.",
    check=check,
)
