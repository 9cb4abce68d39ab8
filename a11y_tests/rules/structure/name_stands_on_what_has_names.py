"""What is said by aria-label alone stands on an element that can have a name."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_focusable, is_seen
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.text import telling_words

# WAI-ARIA 1.2, 5.2.8.6: roles that cannot be named; "" is generic.
NAMELESS = frozenset({
    "", "caption", "code", "definition", "deletion", "emphasis", "insertion", "paragraph", "strong", "subscript",
    "superscript", "term", "time",
})  # fmt: skip
MOST_LETTERS = 120  # a box of more is named, and its words are heard all the same
PLAIN = frozenset({"span", "div", "p", "b", "i", "em", "strong", "small", "abbr", "sup", "sub", "time", "code"})


def check(subject: Subject) -> Iterator[Finding]:
    """Screen readers pass over the name of a span or a paragraph: what it says beside the text is lost."""
    for element in subject.snapshot.all:
        if not _is_nameless(element):
            continue
        name, text = element.attributes["aria-label"], element.visible_text
        lost = set(telling_words(name)) - set(telling_words(text))
        if lost and text and len(text) <= MOST_LETTERS:
            yield failed(element, f"'{name[:60]}' is not heard: a {element.tag} has no name. Read is {text[:30]!r}.")
        elif lost:
            yield cannot_tell(element, f"Is {name[:60]!r} heard? A {element.tag} has no name.")


def _is_nameless(element: Element) -> bool:
    named = element.tag in PLAIN and (element.get("aria-label") or "").strip() and semantic_role(element) in NAMELESS
    return bool(named) and is_exposed(element) and is_seen(element) and not _is_worked(element)


def _is_worked(element: Element) -> bool:
    """Whether it is, or is a part of, what can be pressed: then it is faulted for its role."""
    return any(is_focusable(one) or one.is_clickable for one in (element, *element.above) if one.tag != "main")


RULE = Rule(
    id="own-name-stands-on-what-has-names",
    name="A name stands on what can have one",
    criteria=("4.1.2", "1.3.1"),
    applicability="Every span, paragraph or the like with an aria-label, that can be seen and is not worked.",
    expectation="The words that can be seen in it say what the aria-label says.",
    check=check,
)
