"""An image that assistive technology is not told of says nothing."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.images import drawn_images, is_in_named, is_told, text_before, text_on_page

# An icon is no larger than this, and stands beside text that says the same.
_ICON_PX = 64


def check(subject: Subject) -> Iterator[Finding]:
    """An image is no decoration where it is all there is on the page, or where the text leads up to it."""
    images = list(drawn_images(subject))
    told = any(is_told(one) for one in images)
    for image in images:
        if not is_told(image) and not is_in_named(image):
            yield _judged(image, told)


def _judged(image: Element, others_are_told: bool) -> Finding:
    text = text_on_page(image)
    if not text and not others_are_told:
        return failed(image, "This image is all there is on the page, but assistive technology is not told of it.")
    if text_before(image).endswith(":") and text == text_before(image):
        return failed(image, "The text leads up to this image, but assistive technology is not told of it.")
    box = image.box
    around = next((one for one in image.above if not one.style.get("display", "").startswith("inline")), None)
    is_icon = box is not None and box.width <= _ICON_PX and box.height <= _ICON_PX
    if is_icon and around is not None and around.visible_text:
        return passed(image, "This is an icon beside text.")
    return cannot_tell(image, "Is this image only decoration? Assistive technology is not told of it.")


RULE = Rule(
    id="act-e88epe",
    name="Image not in the accessibility tree is decorative",
    criteria=("1.1.1",),
    applicability="An img, svg or canvas that can be seen, that assistive technology is not told of, in nothing named.",
    expectation="It is pure decoration.",
    check=check,
)
