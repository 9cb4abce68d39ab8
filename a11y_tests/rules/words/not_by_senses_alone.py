"""Instructions do not depend on shape, colour or place alone."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

COLOURS = "grøn(?:ne)?|rød(?:e)?|blå|gul(?:e)?|orange|lilla|green|red|blue|yellow|purple|pink"
THINGS = (
    "knap(?:pen)?|knapper(?:ne)?|felt(?:et)?|felter(?:ne)?|link(?:et|s)?|boks(?:en)?|ikon(?:et)?|"
    "buttons?|fields?|box(?:es)?|links?|icons?"
)
# "the green button", "the button on the right", "knappen til højre": a thing told by what only the eye sees.
SHAPES = "runde|firkantede|trekantede|round|square|triangular|oval"
SIZES = "store|større|største|lille|mindste|large|larger|largest|big|bigger|small|smaller"
PRESSED = "knap(?:pen)?|ikon(?:et)?|button|icon"
PLACES = (
    "til (?:højre|venstre)|i (?:højre|venstre) side|on the (?:right|left)(?:-hand side)?|i hjørnet|in the corner|"
    "(?:in|at) the (?:top|bottom|upper|lower)[ -](?:left|right)"
)
EDGES = "kant|ramme|streg|baggrund|farve|skrift|tekst|border|frame|outline|background|text|colou?r|letters"
PATTERNS = (
    re.compile(rf"\b(?:den|det|de|the)\s+(?:\w+\s+)?(?:{COLOURS}|{SHAPES})\s+(?:{THINGS})\b", re.IGNORECASE),
    re.compile(rf"\b(?:den|det|the)\s+(?:{SIZES})\s+(?:{PRESSED})\b", re.IGNORECASE),
    re.compile(rf"\b(?:{THINGS})\b[^.?!]{{0,20}}\b(?:{PLACES})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:{THINGS})\b (?:med|with|in|i) (?:en |et |a |an )?(?:{COLOURS}|rødt|grønt|gult)\b", re.IGNORECASE
    ),
    re.compile(
        rf"\b(?:{THINGS}|det|ting|items?|what is) (?:\w+ )?(?:markeret|vist|skrevet|marked|shown|highlighted|written) "
        rf"(?:med|i|in|with) (?:{COLOURS}|rødt|grønt|gult)\b",
        re.IGNORECASE,
    ),
)
# A menu or list may be the only one: then its kind tells which. A sound may come from a telephone.
MENUS = re.compile(rf"\b(?:menu|menuen)\s+(?:{PLACES})\b", re.IGNORECASE)
SOUNDS = re.compile(
    r"\b(?:når|efter|when|after|until|indtil)\s+(?:(?:du|man|der|you) )?(?:(?:hører|høres|har hørt|hear|have heard) "
    r"(?:et|en|the|a) (?:bip|tone|dyt|lydsignal|beep|chime)|(?:bippet|the beep|a beep|et bip))\b",
    re.IGNORECASE,
)
CALLS = re.compile(r"telefon|ring|opkald|svarer|phone|call|answer", re.IGNORECASE)
NAMED = re.compile(r"[\"“”„»«*]|\bnavnet\b|\bcalled\b|\bhedder\b")
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
            sound = SOUNDS.search(block.visible_text)
            if found and not NAMED.search(block.visible_text):
                yield failed(block, f"It says {found!r}, which is known by sight alone.")
            elif found or (sound and CALLS.search(block.visible_text)):
                yield cannot_tell(block, f"Is {found or sound.group()!r} told in another way too?")
            elif sound:
                yield failed(block, f"It says {sound.group()!r}, which is known by hearing alone.")
            elif (menu := MENUS.search(block.visible_text)) and not _is_only_one(subject):
                yield failed(block, f"It says {menu.group()!r}, which is known by sight alone.")
            elif side := SIDES.search(block.visible_text):
                yield cannot_tell(block, f"Is {side.group()!r} told in another way too?")
            else:
                yield passed(block, "It names nothing by its looks.")


def _is_innermost(block: Element) -> bool:
    return not any(one.tag in BLOCKS and one.tag != "span" for one in block.elements)


def _is_only_one(subject: Subject) -> bool:
    """Whether one menu, and no more, can be meant."""
    return sum(one.role in ("navigation", "menu", "menubar") for one in subject.snapshot.all) == 1


RULE = Rule(
    id="own-not-by-senses-alone",
    name="Nothing is named by its colour, shape or place alone",
    criteria=("1.3.3",),
    applicability="Every innermost block of text that can be seen.",
    expectation="It speaks of no control by colour, shape or place.",
    check=check,
)
