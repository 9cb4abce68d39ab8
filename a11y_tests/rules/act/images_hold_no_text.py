"""Text is written as text, not as a picture of it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.roles import is_html
from a11y_tests.rules.support.text import is_language

_WRITTEN = re.compile(r"<text\b[^>]*>(.*?)</text>", re.IGNORECASE | re.DOTALL)
_BACKGROUND = re.compile(r"url\(\"([^\"]+)\"\)")
# Text in these is part of what they are.
_MAY_HOLD_TEXT = re.compile(r"logo|chart|diagram|map|graph|screenshot|kort|skærmbillede", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """In drawings that stand in the address itself text can be read; of photographs a person must say."""
    for element in subject.snapshot.all:
        address = _address(element)
        if not address or not is_html(element) or not is_seen(element):
            continue
        source = unquote(address) if address.startswith("data:image/svg") else ""
        written = [text for text in _WRITTEN.findall(source) if len(text.strip()) > 1 and is_language(text)]
        if written and not _MAY_HOLD_TEXT.search(element.accessible_name):
            yield failed(element, f"The picture holds the text {written[0].strip()[:40]!r}.")
        elif source:
            yield passed(element, "The drawing holds no text.")
        else:
            yield cannot_tell(element, "Does the picture hold text that could be written as text?")


def _address(element: Element) -> str:
    if element.tag == "img" or (element.tag == "input" and (element.get("type") or "").lower() == "image"):
        return element.get("src") or ""
    if element.tag == "object":
        return element.get("data") or ""
    found = _BACKGROUND.search(element.style.get("background-image", ""))
    return found[1] if found else ""


RULE = Rule(
    id="act-0va7u6",
    name="HTML images contain no text",
    criteria=("1.4.5",),
    applicability="Visible images in HTML: img, image buttons, objects, and pictures in the background.",
    expectation="They hold no text, or none that is not essential or part of a larger picture.",
    check=check,
)
