"""A frame in which there is something to do is not left out of the focus order."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_rendered, is_seen, is_tab_stop, tab_index


def check(subject: Subject) -> Iterator[Finding]:
    """A negative tabindex on a frame shuts the keyboard out of all that is in it."""
    for element in subject.snapshot.all:
        if element.tag != "iframe" or not is_rendered(element) or _is_inert(element) or not _shows_content(element):
            continue
        inner = next((child for child in element.children if isinstance(child, Document)), None)
        inside = (one for one in inner.all if one.document is inner) if inner else ()
        stops = [one for one in inside if is_tab_stop(one) and is_seen(one)]
        if stops:
            yield expect(
                element,
                (tab_index(element) or 0) >= 0,
                "The frame can be entered with the Tab key.",
                f"The frame's tabindex is negative: nobody comes to {stops[0].start_tag} with the Tab key.",
            )


def _shows_content(element: Element) -> bool:
    """A frame of a pixel or so shows nothing; nor does one with nothing of its own inside its border."""
    box = element.box
    return is_seen(element) and box is not None and box.width > 6 and box.height > 6


def _is_inert(element: Element) -> bool:
    return any(one.get("inert") is not None for one in (element, *element.above))


RULE = Rule(
    id="act-akn7bn",
    name="Iframe with interactive elements is not excluded from tab-order",
    criteria=("2.1.1",),
    applicability="Any iframe that is not inert and holds a visible element of its sequential focus order.",
    expectation="Its tabindex is not negative.",
    check=check,
)
