"""A few words in another language say so: the name of a button, a hint, a name that is only heard."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import language
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.words.text_is_in_its_language import BLOCKS, FEWEST_LETTERS

OTHERS = frozenset({"a", "summary", "span", "option", "caption", "div", "h4", "h5", "h6", "small", "strong", "em"})
SPOKEN = ("aria-label", "alt", "title", "placeholder", "aria-description")
TITLES = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "a", "li", "td", "th", "dt", "dd", "figcaption", "caption", "em"}
)
LONGER_THAN_TITLES = 7  # words
CODE = frozenset({"code", "kbd", "samp", "pre", "var", "cite", "q", "i", "address"})


def check(subject: Subject) -> Iterator[Finding]:
    """Longer paragraphs are the next rule's; a machine is sure of short ones by their small words, or knows them."""
    for element in subject.snapshot.all:
        if any(one.tag in CODE for one in (element, *element.above)) or not is_exposed(element):
            continue
        tag = next((one.get("lang") or "" for one in (element, *element.above) if one.get("lang") is not None), "")
        for text in _texts(element) if tag else ():
            if language.small_words.known(language.primary(tag)):
                named = language.small_words.is_others_name(text, language.primary(tag))
                foreign = named or language.is_short_and_foreign(text, tag)
                words = f"It should be in {tag!r}, and is in another language: {text[:60]}"
                if foreign and not named and _may_be_title(element, text):
                    yield cannot_tell(element, f"{words}. Is it the title of something?")
                else:
                    yield expect(element, not foreign, "It may be in its language.", words)


def _may_be_title(element: Element, text: str) -> bool:
    """Whether a heading, link or item of a list may be the name of a film or a book, which keeps its language."""
    return element.tag in TITLES and len(text.split()) < LONGER_THAN_TITLES


def _texts(element: Element) -> Iterator[str]:
    """What it says itself, in text of its own and in attributes that are read aloud."""
    yield from (" ".join(element.attributes[name].split()) for name in SPOKEN if element.get(name))
    if element.tag not in OTHERS | BLOCKS or any(one.get("lang") for one in element.elements):
        return
    own = any(node.kind == TEXT and node.text.strip() for node in element.children)
    inside = any(one.tag in OTHERS | BLOCKS for one in element.elements)
    text = element.visible_text if own and not inside else ""
    long = element.tag in BLOCKS and sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS
    if text and not long:
        yield text


RULE = Rule(
    id="own-short-text-is-in-its-language",
    name="A few words in another language say so",
    criteria=("3.1.2",),
    applicability="Short texts, names of controls and names that are only heard, in Danish, English and neighbours.",
    expectation="No four words or more, and no usual name of a button, are surely in another language than lang says.",
    check=check,
)
