"""The text alternative of an image is no file name, no word for nothing, and no word for images."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.text import plain

TAGS = frozenset({"img", "svg", "canvas", "object", "area"})
# What is said of any image, in English and Danish.
_KINDS = """
    image img picture pic photo photograph graphic graphics icon illustration figure chart graph diagram drawing
    screenshot banner placeholder thumbnail logo image
    billede billedet foto fotografi grafik ikon illustration figur graf diagram tegning skaermbillede pladsholder
"""
_NOTHINGS = """
    undefined null nan none alt alttext alt-text untitled unnamed unknown spacer blank object-object lorem-ipsum
    insert-alt-text-here image-description description todo tbd test
    unavngivet ukendt uden-titel alternativ-tekst billedtekst beskrivelse billede-uden-titel
"""
VAGUE = {plain(word) for word in (*_KINDS.split(), *_NOTHINGS.split())}
# "Untitled-1 copy", "IMG_0042", "DSC 1234", "image3", "Screenshot 2024-01-02", "photo.jpg"
FILE = re.compile(
    r"^(?:(?:untitled|unavngivet|img|dsc[nf]?|pict?|image|picture|photo|billede|foto|screen ?shot|skærmbillede|scan)"
    r"(?:[\s_.()-]*\d+)+(?:[\s_-]*(?:copy|kopi|final))*|\d{4,}[\d_-]{4,}|\S+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?|avif|heic))$",
    re.IGNORECASE,
)
TEMPLATE = re.compile(r"^\s*(?:\{\{?.*\}?\}|%\(\w+\)s|<%.*%>|\$\{.*\}|\[object \w+\])\s*$")


def check(subject: Subject) -> Iterator[Finding]:
    """One that cannot be loaded counts too: then the words are all that is there. In a link or button the whole
    name of that is asked about elsewhere."""
    for image in subject.snapshot.all:
        name = image.accessible_name
        if name and _is_image(image) and is_exposed(image) and is_seen(image):
            vague = plain(name) in VAGUE or bool(FILE.match(name)) or bool(TEMPLATE.match(name))
            if vague and _has_caption(image):
                yield cannot_tell(image, f"{name!r} tells of no image: does the caption say all that it shows?")
            else:
                yield expect(image, not vague, "Its words may tell what it shows.", f"{name!r} tells of no image.")


def _has_caption(image: Element) -> bool:
    around = next((one for one in image.above if one.tag == "figure"), None)
    return around is not None and any(one.tag == "figcaption" and one.visible_text for one in around.elements)


def _is_image(image: Element) -> bool:
    inside = any(one.tag == "svg" for one in image.above)
    return (image.tag in TAGS or image.get("role") in ("img", "image")) and image.tag != "area" and not inside


RULE = Rule(
    id="own-image-is-told-in-words",
    name="An image's words are no file's name and no word for images",
    criteria=("1.1.1",),
    applicability="Every image that can be seen and has a name.",
    expectation="The name is more than a word for images, a program's word for nothing, or the name of a file.",
    check=check,
)
