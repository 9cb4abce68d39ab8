"""What can be seen is met by assistive technology and by keys."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """No heading, paragraph, field, link or landmark that can be seen is hidden by aria-hidden, or made inert."""
    for element in subject.snapshot.all:
        if _hides(element) and _holds_words(element):
            yield expect(element, False, "", "Words that can be seen in it are hidden from assistive technology.")
        elif element.tag in ("main", "h1") and element.is_visible:
            yield expect(element, element.is_in_tree, "It is met.", "It can be seen, and is not met.")


def _hides(element: Element) -> bool:
    around = any(one.get("aria-hidden") == "true" for one in element.above)
    return not around and (element.get("aria-hidden") == "true" or element.get("inert") is not None)


def _holds_words(element: Element) -> bool:
    """Whether there are words in it that can be seen, more than a sign."""
    text = "".join(node.text for node in element.below if node.kind == TEXT and node.is_rendered)
    return element.is_visible and sum(letter.isalpha() for letter in text) > 3 and not _is_said_elsewhere(element)


def _is_said_elsewhere(element: Element) -> bool:
    """Whether what is around it says the same words to assistive technology, as when text is split for the eye."""
    around = next((one for one in element.above if one.is_in_tree), None)
    return around is not None and element.visible_text.lower() in around.accessible_name.lower() != ""


RULE = Rule(
    id="own-content-is-met",
    name="What can be read is met by assistive technology",
    criteria=("1.3.1", "4.1.2"),
    applicability="Every element with aria-hidden or inert, and the main landmark and heading.",
    expectation="No words that can be seen are hidden.",
    check=check,
)
