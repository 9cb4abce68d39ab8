"""Words come from the page, not from its style sheet."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

WORD = re.compile(r"[^\W\d_]{3,}")


def check(subject: Subject) -> Iterator[Finding]:
    """Generated content (::before, ::after) that can be seen holds no words (W3C's failure F87)."""
    for element in subject.snapshot.elements:
        said = element.style.get("content", "")
        if element.pseudo in ("before", "after") and said.startswith('"') and element.is_rendered:
            holder = next(element.above, element)
            words = WORD.search(said.split('" / "')[0])
            loose = words is not None and said.strip('"') not in holder.text_content
            yield expect(holder, not loose, "It holds no words.", f"The style sheet says {said}.")


RULE = Rule(
    id="own-style-says-nothing",
    name="No words come from a style sheet",
    criteria=("1.3.1", "1.1.1"),
    applicability="Every ::before and ::after that is rendered and holds text.",
    expectation="It has no words, or they are in the element's own text as well.",
    check=check,
)
