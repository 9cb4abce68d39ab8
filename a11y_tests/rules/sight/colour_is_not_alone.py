"""Where words speak of colours, something else tells the same."""

import colorsys
import re
from collections.abc import Iterator
from itertools import groupby

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.colour import read
from a11y_tests.rules.support.prose import Block, blocks

# The hues, in degrees, that people call by a name; of brown, black, grey and white nobody says the hue.
HUES = {
    "red": (340, 380), "orange": (18, 45), "yellow": (45, 68), "green": (68, 170), "blue": (185, 260),
    "purple": (260, 325), "pink": (300, 350),
}  # fmt: skip
NAMES = {
    "red": "red|rød(?:e|t)?", "orange": "orange", "yellow": "yellow|gul(?:e|t)?", "green": "green|grøn(?:ne|t)?",
    "blue": "blue|blå", "purple": "purple|violet|lilla", "pink": "pink|lyserød(?:e|t)?",
}  # fmt: skip
LEAST_SATURATION = 0.35
_COLOUR = "|".join(NAMES.values())
_MUST = r"skal (?:ud)?fyldes|skal besvares|påkrævede?|obligatoriske?|must be|are required|is required|mandatory"
REQUIRED = re.compile(
    rf"\b(?:felt\w*|fields?|spørgsmål|questions?|items?)\b[^.]{{0,40}}\b(?:{_COLOUR})\b[^.]{{0,40}}(?:{_MUST})|"
    rf"(?:{_MUST})[^.]{{0,40}}\b(?:{_COLOUR})\b",
    re.IGNORECASE,
)
MARK = re.compile(r"\*|påkrævet|skal udfyldes|required|mandatory", re.IGNORECASE)
FIELDS = frozenset({"input", "select", "textarea"})
FEWEST = 3  # siblings that stand beside each other
PLAIN = ("font-weight", "font-style", "font-size", "text-decoration-line", "background-color", "list-style-type")


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences that name colours, beside siblings of those colours that differ in nothing else."""
    found = blocks(subject.snapshot)
    yield from _required(subject, found)
    telling = [(one, colours) for one in found if (colours := _named(one.text)) and not _hue(one)]
    for around, group in groupby(found, lambda one: one.element.parent):
        siblings = list(group)
        hues = {hue for one in siblings if (hue := _hue(one))}
        if not isinstance(around, Element) or len(siblings) < FEWEST or not hues:
            continue
        for block, colours in telling:
            yield from _judged(around, siblings, hues & colours, block)


def _judged(around: Element, siblings: list[Block], hues: set[str], telling: Block) -> Iterator[Finding]:
    if not hues:
        return
    words = telling.text[:80]
    styles = {tuple(one.element.style.get(name) for name in PLAIN) for one in siblings}
    says = [one for one in siblings if (hue := _hue(one)) and hue in _named(one.text)]
    if says or len(styles) > 1 or any(one.tag in ("img", "svg") for one in around.elements):
        yield passed(around, f"More than colour tells what is said: {words!r}")
    elif len(hues) > 1:
        yield failed(around, f"Colour alone tells the parts from each other, of which it says: {words!r}")
    else:
        yield cannot_tell(around, f"Does colour alone tell what is said here: {words!r}?")


def _named(text: str) -> set[str]:
    return {hue for hue, names in NAMES.items() if re.search(rf"\b(?:{names})\b", text, re.IGNORECASE)}


def _hue(block: Block) -> str:
    """The name of the colour of its letters; "" for one of no name."""
    colour = read(block.element.style.get("color", ""))
    inner = next((one for one in block.element.elements if one.visible_text and one.style.get("color")), None)
    if inner is not None and inner.text_content == block.element.text_content:
        colour = read(inner.style["color"])
    if colour is None:
        return ""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in colour.channels))
    degrees = hue * 360
    if saturation < LEAST_SATURATION or not 0.1 < lightness < 0.9:
        return ""
    return next(
        (name for name, (low, high) in HUES.items() if low <= degrees < high or low <= degrees + 360 < high), ""
    )


def _required(subject: Subject, found: list[Block]) -> Iterator[Finding]:
    """A sentence that says of fields of one colour that they must be filled in, and nothing else does (F81)."""
    said = next((one for one in found if REQUIRED.search(one.text)), None)
    fields = [one for one in subject.snapshot.own if one.tag in FIELDS and one.get("type") != "hidden"]
    if said is None or not fields:
        return
    marked = any(
        one.get("required") is not None or one.get("aria-required") == "true" or MARK.search(one.accessible_name)
        for one in fields
    )
    bad = f"Only the colour tells which fields must be filled in: {said.text[:80]}"
    yield passed(said.element, "Something else tells it too.") if marked else failed(said.element, bad)


RULE = Rule(
    id="own-colour-is-not-alone",
    name="What words say of colours is told otherwise too",
    criteria=("1.4.1",),
    applicability="Three or more blocks side by side with letters in a colour that a text of the page names.",
    expectation="They differ in more than colour, or say it; a person judges where they have one such colour.",
    check=check,
)
