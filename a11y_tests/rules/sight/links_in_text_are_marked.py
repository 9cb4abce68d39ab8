"""A link within a text is told by more than its colour."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen


def check(subject: Subject) -> Iterator[Finding]:
    """A link with text beside it is underlined, bordered, heavier or larger than that text (1.4.1, F73)."""
    for link in subject.snapshot.own:
        around = next(link.above, None)
        if (
            link.tag == "a"
            and link.get("href")
            and around is not None
            and is_seen(link)
            and _has_text_beside(link, around)
        ):
            marked = _is_marked(link, around)
            yield expect(
                link, marked, "More than colour marks it.", "Only its colour tells it from the text around it."
            )


def _has_text_beside(link: Element, around: Element) -> bool:
    beside = [node for node in around.children if node.kind == TEXT and node.boxes]
    return sum(letter.isalpha() for node in beside for letter in node.text) >= 3


def _is_marked(link: Element, around: Element) -> bool:
    for one in (link, *(part for part in link.elements if part.visible_text)):
        style = one.style
        if "underline" in style.get("text-decoration-line", "") or style.get("border-bottom-style") not in (
            "none",
            None,
        ):
            return True
        if any(style.get(name) != around.style.get(name) for name in ("font-weight", "font-size", "font-style")):
            return True
        if style.get("outline-style") not in ("none", None) or _has_own_ground(one, around):
            return True
    return False


def _has_own_ground(one: Element, around: Element) -> bool:
    own = one.style.get("background-color", "")
    return own not in ("rgba(0, 0, 0, 0)", around.style.get("background-color", ""))


RULE = Rule(
    id="own-links-in-text-are-marked",
    name="A link in a text is marked by more than colour",
    criteria=("1.4.1",),
    applicability="Every link with text beside it in the same block.",
    expectation="It is underlined, bordered, or of another weight, size or style than that text.",
    check=check,
)
