"""A page can be read by a tired reader."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import blocks

# Björnsson's LIX: words a sentence, and percent of words of more than six letters. 35 is easy, 45 a newspaper.
MOST = 40
LONG_WORD, FEWEST_WORDS = 6, 60
LOOSE_WORDS = 20  # of a text that stands in no paragraph: fewer are names and labels
BLOCKS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "td", "th", "figcaption", "legend", "label"})


def check(subject: Subject) -> Iterator[Finding]:
    """The LIX of the main content, where there is enough to count."""
    main = next((one for one in subject.snapshot.own if one.role == "main"), None)
    if main is None or (main.document.root.get("lang") or "")[:2] not in ("da", "en"):
        return
    sentences = [
        part
        for text in (*_blocks(main), *_loose(main))
        for part in re.split(r"(?<=[.!?:])\s+", text)
        if re.search(r"\w", part)
    ]
    words = [word for part in sentences for word in re.findall(r"[^\W\d_]+", part)]
    if len(words) >= FEWEST_WORDS:
        lix = len(words) / len(sentences) + 100 * sum(len(word) > LONG_WORD for word in words) / len(words)
        yield expect(main, lix <= MOST, f"The LIX is {lix:.0f}.", f"The LIX is {lix:.0f}; {MOST} is the most.", lix=lix)


def _blocks(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Element) and child.tag in BLOCKS and child.visible_text:
            yield child.visible_text
        else:
            yield from _blocks(child)


def _loose(main: Element) -> Iterator[str]:
    """The longer texts of the main content that stand in no paragraph, item or cell."""
    for block in blocks(main.document):
        around = (block.element, *block.element.above)
        if main in around and not any(one.tag in BLOCKS for one in around) and block.count >= LOOSE_WORDS:
            yield block.text


RULE = Rule(
    id="own-easy-to-read",
    name="The main content is easy to read",
    criteria=("3.1.5",),
    applicability="Main content in Danish or English of 60 words or more.",
    expectation="Its LIX is at most 40.",
    check=check,
)
