"""What a background shows is told in words too."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen

ADDRESS = re.compile(r'url\("?([^")]+)')
FIELDS = frozenset({"input", "select", "textarea", "html", "body"})
LEAST_PX = 8


def check(subject: Subject) -> Iterator[Finding]:
    """A person looks at each image that a style sheet shows: assistive technology does not meet it (F3)."""
    asked: set[str] = set()
    for element in subject.snapshot.own:
        address = ADDRESS.search(element.style.get("background-image", ""))
        if address is None or element.tag in FIELDS or not _is_shown(element):
            continue
        name = address.group(1)
        if element.get("role") == "img" and not element.accessible_name:
            yield failed(element, "It is called an image, is painted as a background, and has no name.")
        elif name not in asked:
            asked.add(name)
            shown = name.rsplit("/", 1)[-1][:60] if not name.startswith("data:") else "an image in the style sheet"
            yield cannot_tell(element, f"Does the background {shown} tell anything that words do not?")


def _is_shown(element: Element) -> bool:
    box = element.box
    return box is not None and min(box.width, box.height) >= LEAST_PX and is_seen(element)


RULE = Rule(
    id="own-background-is-told",
    name="A background tells nothing that words do not",
    criteria=("1.1.1",),
    applicability="Every element but fields and the page itself with an image as its background that can be seen.",
    expectation="The image is decoration, or words or a name tell the same.",
    check=check,
)
