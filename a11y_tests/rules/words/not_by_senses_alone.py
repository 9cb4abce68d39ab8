"""Instructions do not depend on shape, colour or place alone."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

COLOURS = "grøn(?:ne)?|rød(?:e)?|blå|gul(?:e)?|green|red|blue|yellow"
THINGS = "knap(?:pen)?|felt(?:et)?|link(?:et)?|boks(?:en)?|ikon(?:et)?|button|field|box|link|icon"
# "the green button", "the button on the right", "knappen til højre": a thing told by what only the eye sees.
SHAPES = "runde|firkantede|round|square"
PLACES = "til (?:højre|venstre)|on the (?:right|left)|i hjørnet|in the corner"
PATTERNS = (
    re.compile(rf"\b(?:den|det|de|the)\s+(?:\w+\s+)?(?:{COLOURS}|{SHAPES})\s+(?:{THINGS})\b", re.IGNORECASE),
    re.compile(rf"\b(?:{THINGS})\b[^.?!]{{0,20}}\b(?:{PLACES})\b", re.IGNORECASE),
)
# Anything told by the side on which it stands: what it is, only a person can say.
SIDES = re.compile(
    r"\b(?:the|den|det|de)\s+[\w-]+\s+(?:(?:on|to|at) the (?:far )?(?:right|left)|til (?:højre|venstre))\b",
    re.IGNORECASE,
)
BLOCKS = frozenset({"p", "li", "dd", "label", "legend", "td", "span", "div"})


def check(subject: Subject) -> Iterator[Finding]:
    """No sentence names a control by its colour, shape or place."""
    for block in subject.snapshot.all:
        if block.tag in BLOCKS and block.is_in_tree and _is_innermost(block) and block.visible_text:
            found = next((match.group() for one in PATTERNS if (match := one.search(block.visible_text))), "")
            if found:
                yield failed(block, f"It says {found!r}, which is known by sight alone.")
            elif side := SIDES.search(block.visible_text):
                yield cannot_tell(block, f"Is {side.group()!r} told in another way too?")
            else:
                yield passed(block, "It names nothing by its looks.")


def _is_innermost(block: Element) -> bool:
    return not any(one.tag in BLOCKS and one.tag != "span" for one in block.elements)


RULE = Rule(
    id="own-not-by-senses-alone",
    name="Nothing is named by its colour, shape or place alone",
    criteria=("1.3.3",),
    applicability="Every innermost block of text that can be seen.",
    expectation="It speaks of no control by colour, shape or place.",
    check=check,
)
