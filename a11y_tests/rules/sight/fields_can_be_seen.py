"""A field can be seen where it is."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import ALL_WORLDS, Rule, cannot_tell, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import colour
from a11y_tests.rules.support.exposure import is_disabled, is_seen

LEAST = 3.0
SIDES, CLOSE = ("top", "bottom"), 24
WRITTEN = frozenset({"text", "email", "tel", "password", "search", "number", "url", "date", ""})


def check(subject: Subject) -> Iterator[Finding]:
    """The border of each field, or its background, has 3 to 1 to what is around it (1.4.11)."""
    for field in subject.snapshot.own:
        written = field.tag in ("textarea", "select") or (field.tag == "input" and (field.get("type") or "") in WRITTEN)
        if written and is_seen(field) and not is_disabled(field):
            ratio = _contrast(field)
            if ratio is None:
                yield cannot_tell(field, "Can the edge of this field be seen?")
            else:
                words = f"Its edge has a contrast of {ratio:.2f} to 1; {LEAST:g} is needed."
                yield expect(field, ratio >= LEAST, "Its edge can be seen.", words, ratio=round(ratio, 2))


def _contrast(field: Element) -> float | None:
    """The better of border and background to what is around."""
    around = _ground(field)
    inside = colour.read(field.style.get("background-color", ""))
    if around is None:
        return None
    edges = [inside] if inside and inside.opacity == 1 else []
    for side in SIDES:
        if field.style.get(f"border-{side}-style") not in ("none", "hidden", None) and _width(field, side) >= 1:
            border = colour.read(field.style.get(f"border-{side}-color", ""))
            edges += [border] if border and border.opacity == 1 else []
    best = max((colour.contrast(edge, around) for edge in edges), default=1.0)
    # What is drawn around it, or by a shadow, may show where it is.
    return None if best < LEAST and (field.style.get("box-shadow", "none") != "none" or _is_framed(field)) else best


def _is_framed(field: Element) -> bool:
    """Whether what stands close around it has a border of its own."""
    for one in list(field.above)[:2]:
        close = field.box and one.box and one.box.height - field.box.height <= CLOSE
        if close and any(one.style.get(f"border-{side}-style") not in ("none", "hidden", None) for side in SIDES):
            return True
    return False


def _width(field: Element, side: str) -> float:
    return float(field.style.get(f"border-{side}-width", "0px").removesuffix("px") or 0)


def _ground(field: Element) -> "colour.Colour | None":
    for one in field.above:
        if one.style.get("background-image", "none") != "none":
            return None
        found = colour.read(one.style.get("background-color", ""))
        if found and found.opacity == 1:
            return found
    return colour.read("rgb(255, 255, 255)")


RULE = Rule(
    id="own-fields-can-be-seen",
    name="The edge of a field can be seen",
    criteria=("1.4.11",),
    applicability="Every field to write in or choose from.",
    expectation="Its border or background has a contrast of 3 to 1 to what is around it.",
    check=check,
    worlds=ALL_WORLDS,
)
