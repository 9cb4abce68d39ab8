"""Frames that are called the same show the same."""

import re
from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.likeness import likeness

# Below the one the contents have nothing to do with each other, from the other on they say the same.
_OTHER, _SAME = 0.12, 0.9
_ERROR = re.compile(r"\berror\b|\b404\b|not found", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Addresses are compared first, then what is in the frames; between the same and quite another a person judges."""
    named: dict[str, list[Element]] = defaultdict(list)
    for element in subject.snapshot.all:
        if element.tag == "iframe" and is_exposed(element) and element.accessible_name:
            named[element.accessible_name.lower()].append(element)
    for name, frames in named.items():
        if len(frames) > 1:
            yield _judged(name, frames)


def _judged(name: str, frames: list[Element]) -> Finding:
    documents = [next((one for one in frame.children if isinstance(one, Document)), None) for frame in frames]
    if any(document is None or _ERROR.search(document.title) for document in documents):
        return cannot_tell(frames[0], f"Do the frames called {name!r} show the same?")
    first, *others = [document for document in documents if document is not None]
    alike = [_alike(first, other) for other in others]
    if min(alike) >= _SAME:
        return passed(frames[0], f"The frames called {name!r} show the same.")
    if min(alike) <= _OTHER:
        return failed(frames[0], f"{len(frames)} frames are called {name!r}, and show different things.")
    return cannot_tell(frames[0], f"Do the frames called {name!r} serve the same purpose?")


def _alike(one: Document, other: Document) -> float:
    if one.url.rstrip("/") == other.url.rstrip("/") and not one.url.startswith("about:"):
        return 1.0
    if one.title and one.title == other.title and one.root.visible_text == other.root.visible_text:
        return 1.0
    return likeness(one.root.visible_text, other.root.visible_text)


RULE = Rule(
    id="act-4b1c6c",
    name="Iframe elements with identical accessible names have equivalent purpose",
    criteria=("4.1.2",),
    applicability="Any two or more exposed iframe elements of a page with the same accessible name.",
    expectation="They embed the same resource, or equivalent ones.",
    check=check,
)
