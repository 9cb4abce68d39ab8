"""What is written on a control is in its name, so that it can be called by what is seen."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, seen_text
from a11y_tests.rules.support.roles import semantic_role

# Widgets that take their name from what is in them.
_ROLES = frozenset(
    {"button", "checkbox", "gridcell", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio"}
    | {"switch", "tab", "treeitem"}
)
_ICONS = re.compile(r"icon|symbol|awesome|glyph", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """The words must stand in the name in their order, without others between. What is in brackets is not said."""
    for element in subject.snapshot.all:
        named = element.get("aria-label") or element.get("aria-labelledby")
        if semantic_role(element) not in _ROLES or not named or not is_exposed(element):
            continue
        label = seen_text(element)
        if words_of(label) and not _is_icon(element, label):
            yield _judged(element, label, element.accessible_name)


def _judged(element: Element, label: str, name: str) -> Finding:
    wanted, said = words_of(label), words_of(name)
    holds = any(said[start : start + len(wanted)] == wanted for start in range(len(said)))
    if not holds and _may_be_the_same(label, name):
        return cannot_tell(element, f"Is {label!r} spoken as {name!r}?")
    return expect(
        element, holds, f"The name {name!r} holds the label {label!r}.", f"{label!r} is read, but {name!r} is its name."
    )


def words_of(text: str) -> list[str]:
    """The words and numbers of a label, in lower case, without what is in brackets."""
    return re.findall(r"[^\W_]+", re.sub(r"\([^)]*\)", " ", text).lower())


def _may_be_the_same(label: str, name: str) -> bool:
    """A hyphen more or less, or an abbreviation: speech may well be the same."""
    if "-" in label + name and "".join(words_of(label)) in "".join(words_of(name)):
        return True
    starts, said = re.findall(r"[^\W\d_]+\.?", label.lower()), re.findall(r"[^\W\d_]+", name.lower())
    if not any(one.endswith(".") for one in starts) or len(starts) != len(said):
        return False
    return all(word.startswith(one.rstrip(".")) for one, word in zip(starts, said, strict=True))


def _is_icon(element: Element, label: str) -> bool:
    """A letter that stands for a picture, such as X for closing, or the words that an icon font makes a picture of."""
    if len(label) == 1 and not label.isdigit():
        return True
    fonts = [one.style.get("font-family", "") for one in (element, *element.elements) if one.is_rendered]
    return any(_ICONS.search(font) for font in fonts)


RULE = Rule(
    id="act-2ee8b8",
    name="Visible label is part of accessible name",
    criteria=("2.5.3",),
    applicability="Exposed widgets named from content that have visible text and an aria-label or aria-labelledby.",
    expectation="The words of the visible text stand together, in their order, in the accessible name.",
    check=check,
)
