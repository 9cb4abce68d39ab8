"""The label that is seen at a field says what the field is for."""

import re
from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen, seen_text
from a11y_tests.rules.support.likeness import likeness
from a11y_tests.rules.support.names import labelled_by, labels_of
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.text import plain

_ROLES = frozenset(
    {"checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider"}
    | {"spinbutton", "switch", "textbox"}
)
_TYPED = frozenset({"searchbox", "textbox"})
# By themselves these say nothing of what is to be written into a field.
_EMPTY_WORDS = frozenset(
    {"menu", "go", "ok", "home", "here", "click here", "submit", "send", "next", "button", "field", "input", "label"}
    | {"text", "form", "knap", "felt", "tekst", "her", "klik her", "hjem", "forside", "næste", "etiket", "start"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """A machine sees two faults: a word that says nothing, and one label at fields that nothing tells apart."""
    page = subject.snapshot
    labelled = list(_labelled(page))
    context = _Context(page)
    alike: dict[tuple[str, str, str], list[Element]] = defaultdict(list)
    for field, labels in labelled:
        text = " ".join(plain(seen_text(label)) for label in labels)
        alike[text, context.of(field), semantic_role(field)].append(field)
    for field, labels in labelled:
        text = " ".join(plain(seen_text(label)) for label in labels)
        others = alike[text, context.of(field), semantic_role(field)]
        if text in _EMPTY_WORDS and semantic_role(field) in _TYPED:
            yield failed(labels[0], f"{seen_text(labels[0])!r} does not say what the field is for.")
        elif len(others) > 1 and semantic_role(field) in _TYPED:
            yield failed(labels[0], f"{len(others)} fields are labelled {seen_text(labels[0])!r}: which is which?")
        elif likeness(text, _coded_purpose(field)) > 0:
            yield passed(labels[0], f"{seen_text(labels[0])!r} is what the field is called in the code, too.")
        else:
            yield cannot_tell(labels[0], f"Does {seen_text(labels[0])!r} say what the field is for?")


def _labelled(page: Document) -> Iterator[tuple[Element, list[Element]]]:
    """The fields that can be seen, with those of their labels that can."""
    for field in page.all:
        if semantic_role(field) in _ROLES and is_seen(field):
            labels = [one for one in dict.fromkeys(labelled_by(field) + labels_of(field)) if one is not field]
            seen = [one for one in labels if is_seen(one) and seen_text(one)]
            if seen:
                yield field, seen


def _coded_purpose(field: Element) -> str:
    """What the code says of a field: its type, name, id and autocomplete, as words."""
    parts = [field.get(name) or "" for name in ("type", "name", "id", "autocomplete")]
    return re.sub(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])|[_-]", " ", " ".join(parts))


class _Context:
    """What is seen around the fields: the nearest heading or legend before each, its group and its row."""

    def __init__(self, page: Document) -> None:
        self._before: dict[int, str] = {}
        last = ""
        for element in page.all:
            if (element.tag == "legend" or semantic_role(element) == "heading") and is_seen(element):
                last = seen_text(element)
            self._before[id(element)] = last

    def of(self, field: Element) -> str:
        row = next((one for one in field.above if semantic_role(one) in ("row", "listitem")), None)
        return f"{self._before[id(field)]}|{seen_text(row) if row else ''}"


RULE = Rule(
    id="act-cc0f0a",
    name="Form field label is descriptive",
    criteria=("2.4.6",),
    applicability="Visible labels of visible form fields.",
    expectation="The label says, with what is seen around it, what the field is for.",
    check=check,
)
