"""Headings and labels say what follows."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

EMPTY_WORDS = frozenset({
    "overskrift", "titel", "felt", "tekst", "navn på felt", "indhold", "sektion", "heading", "title", "field",
    "text", "content", "section", "label", "untitled", "uden titel", "input", "todo", "test", "xxx",
})  # fmt: skip
PLACEHOLDER = "lorem ipsum"
ROLES = frozenset({"heading", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox", "spinbutton"})


def check(subject: Subject) -> Iterator[Finding]:
    """No heading or label is made of a word for headings or labels, or of text to fill space."""
    for element in subject.snapshot.all:
        name = element.accessible_name.lower().strip(" .:*")
        if element.role in ROLES and name:
            good = name not in EMPTY_WORDS and PLACEHOLDER not in name
            yield expect(element, good, "It says something.", f"It is only called {name!r}.")


RULE = Rule(
    id="own-heading-says-something",
    name="Headings and labels say something",
    criteria=("2.4.6",),
    applicability="Every heading and every field with a name.",
    expectation="The name is no word for headings or labels themselves, and no text that only fills space.",
    check=check,
)
