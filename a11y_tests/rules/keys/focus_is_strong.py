"""Focus is seen well, in every world of colour."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.colour import Colour, contrast
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.focus_look import focus_looks
from a11y_tests.rules.support.focus_pixels import is_seen_well

MOST_PICTURES = 6
CUTTING = frozenset({"hidden", "clip"})
LEAST_PX, LEAST_CONTRAST = 2, 3


def check(subject: Subject) -> Iterator[Finding]:
    """Each control that has focus has an outline of 2 px and 3 to 1 to what is around it."""
    left = MOST_PICTURES
    for control, look in focus_looks(subject):
        if look is None:  # focus did not come, or did not stay: what sends it on is another rule's
            continue
        finding = _judged(control, *look)
        drawn_elsewhere = finding.verdict is Verdict.FAILED and not is_seen(control)
        is_cut = finding.verdict is Verdict.PASSED and _is_cut(control)
        is_doubtful = finding.verdict is Verdict.CANT_TELL or is_cut or drawn_elsewhere
        if is_doubtful and left:
            left -= 1
            finding = _by_pixels(subject, control, finding)
        yield finding


def _by_pixels(subject: Subject, control: Element, doubt: Finding) -> Finding:
    """What pictures with and without focus tell; they are taken where styles leave a doubt."""
    well = is_seen_well(subject, control)
    if well is None:
        return doubt
    if well:
        return passed(control, "Its focus is seen well.")
    return failed(control, "Its focus cannot be seen well: too little changes, or by too little contrast.")


def _is_cut(control: Element) -> bool:
    """Whether something around it may cut its outline off."""
    box = control.box
    for one in control.above:
        cuts = one.style.get("overflow-x") in CUTTING or one.style.get("overflow-y") in CUTTING
        if cuts and box and one.box and one.tag not in ("html", "body"):
            inside = one.box.x + LEAST_PX <= box.x and one.box.y + LEAST_PX <= box.y
            right, bottom = box.x + box.width + LEAST_PX, box.y + box.height + LEAST_PX
            return not (inside and right <= one.box.x + one.box.width and bottom <= one.box.y + one.box.height)
    return False


def _judged(control: Element, outlines: list[Any], ground: list[float], changes: bool) -> Finding:
    if any(style == "auto" and width > 0 for style, width, _ in outlines):
        return passed(control, "Its focus is shown as the browser shows it, which the criterion allows.")
    seen = [(width, _contrast(colour, ground)) for style, width, colour in outlines if style != "none"]
    if any(width >= LEAST_PX and ratio >= LEAST_CONTRAST for width, ratio in seen):
        return passed(control, "Its focus is seen well.")
    told = "; ".join(
        f"an outline of {width:g} px with a contrast of {ratio:.1f} to 1" for width, ratio in seen if width
    )
    if changes:
        return cannot_tell(
            control, f"Is its focus seen as well as an outline of 2 px and 3 to 1 ({told or 'no outline'})?"
        )
    return failed(control, f"Its focus cannot be seen well: {told or 'it has no outline'}.")


def _contrast(colour: list[float], ground: list[float]) -> float:
    below = Colour(*ground[:3])
    return contrast(Colour(*colour).over(below), below)


RULE = Rule(
    id="own-focus-is-strong",
    name="Focus has an outline of 2 px and 3 to 1",
    criteria=("2.4.13",),
    applicability="Every tab stop that can be seen, the first two hundred.",
    expectation="When it has focus, it or its label has an outline 2 px wide whose contrast is 3 to 1, or the browser's"
    " own; where something else shows it, or cuts it off, pictures of the first six tell whether as much changes.",
    check=check,
    worlds=ALL_WORLDS,
    acts=True,
)
