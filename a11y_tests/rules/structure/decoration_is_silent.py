"""An image that is said to be decoration says nothing, and an image that is nothing is not there."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

NO_PART = frozenset({"presentation", "none"})
THIN_PX, LONG_PX = 3, 10  # a spacer pushes things apart, and shows nothing


def check(subject: Subject) -> Iterator[Finding]:
    """An image with an empty alt or the role of no part has neither words nor a title, and is no spacer."""
    for image in (one for one in subject.snapshot.all if one.tag == "img"):
        is_empty, has_no_part = image.get("alt") == "", image.get("role") in NO_PART
        if is_empty or has_no_part:
            fault = _fault(image, is_empty)
            yield failed(image, fault) if fault else passed(image, "It is silent.")


def _fault(image: Element, is_empty: bool) -> str:
    title = (image.get("title") or "").strip()
    if is_empty and title:
        return f"Its alt says that it is decoration, and its title {title!r} that it is not (H67)."
    if not is_empty and (image.get("alt") or "").strip():
        return f"Its role says that it is decoration, and its alt {image.get('alt')!r} that it is not."
    box = image.box
    if box and min(box.width, box.height) <= THIN_PX and max(box.width, box.height) >= LONG_PX:
        return "It only keeps things apart: a style sheet does that."
    return ""


RULE = Rule(
    id="own-decoration-is-silent",
    name="Decoration is silent",
    criteria=(),
    applicability='Every img with an empty alt, or with the role "presentation" or "none".',
    expectation="It has neither words nor a title, and is more than a spacer.",
    check=check,
)
