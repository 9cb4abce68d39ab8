"""Pictures, sounds and films that are embedded with object have a name."""

import mimetypes
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import names_given
from a11y_tests.rules.support.roles import explicit_role

_KINDS = ("image/", "audio/", "video/")


def check(subject: Subject) -> Iterator[Finding]:
    """What stands inside the object is not shown once it has loaded, and alt is no attribute of it."""
    for element in subject.snapshot.all:
        if element.tag != "object" or explicit_role(element):
            continue
        if _kind(element).startswith(_KINDS) and is_exposed(element):
            names = [name for name in names_given(element) if name != (element.get("alt") or "").strip()]
            yield expect(element, bool(names), f"It is called {names[:1]}.", "It has no accessible name.")


def _kind(element: Element) -> str:
    """Its media type, from its type attribute or from how the address ends."""
    address = (element.get("data") or "").split("#")[0].split("?")[0]
    return (element.get("type") or mimetypes.guess_type(address)[0] or "").lower()


RULE = Rule(
    id="act-8fc3b6",
    name="Object element rendering non-text content has non-empty accessible name",
    criteria=("1.1.1",),
    applicability="Exposed object elements without an explicit role that embed an image, a sound or a film.",
    expectation="The accessible name is not empty.",
    check=check,
)
