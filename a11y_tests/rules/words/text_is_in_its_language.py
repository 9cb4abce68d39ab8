"""A sentence in another language says so."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import language

BLOCKS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "label", "legend", "td", "th", "figcaption", "button"})
# Shorter texts are names, addresses and words that several languages share.
FEWEST_LETTERS = 30
FILLER = "lorem ipsum"
QUOTED = re.compile(r"[\"“„«‘]([^\"“”„«»‘’]{18,300})[\"”“»’]")
QUOTED_WORDS, UNSURE = 3, 0.35


def check(subject: Subject) -> Iterator[Finding]:
    """Each sentence that is long enough to be known is in the language that holds where it stands."""
    for block in subject.snapshot.all:
        text = block.visible_text if block.tag in BLOCKS else ""
        if sum(letter.isalpha() for letter in text) < FEWEST_LETTERS or not _is_innermost(block):
            continue
        declared = next((one.get("lang") or "" for one in (block, *block.above) if one.get("lang") is not None), "")
        if FILLER in text.lower() and language.primary(declared) != "la":
            yield failed(block, f"These are words to fill space, in no language of people: {text[:60]}")
            continue
        verdict = language.is_in(text, declared) if declared and not _is_mixed(block) else None
        if verdict is not None:
            words = f"It should be in {declared!r}, and is in another language: {text[:60]}"
            yield expect(block, verdict, "It is in its language.", words)
        if declared and not _is_mixed(block):
            yield from _of_quotes(block, text, language.primary(declared))


def _of_quotes(block: Element, text: str, declared: str) -> Iterator[Finding]:
    """What is quoted may be in a language of its own: too short to be sure of, it is a person's to judge."""
    code = " ".join(one.text_content for one in block.elements if one.tag in ("code", "kbd", "samp"))
    for quoted in QUOTED.findall(text) if declared in language.LEARNT else ():
        if len(quoted.split()) >= QUOTED_WORDS and quoted not in code and language.share(quoted, declared) < UNSURE:
            yield cannot_tell(block, f"Is {quoted[:60]!r} in another language than {declared!r}? Then it needs a lang.")


def _is_innermost(block: Element) -> bool:
    return not any(one.tag in BLOCKS for one in block.elements)


def _is_mixed(block: Element) -> bool:
    return any(one.get("lang") for one in block.elements)


RULE = Rule(
    id="own-text-is-in-its-language",
    name="A sentence in another language says so",
    criteria=("3.1.2",),
    applicability="Every innermost block of text of 30 letters or more whose language can be identified.",
    expectation="It is in the language that the lang attribute around it says.",
    check=check,
)
