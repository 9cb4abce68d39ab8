"""A message about a wrong entry reaches everybody, names the field and says what is wrong."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_rendered, is_seen
from a11y_tests.rules.support.names import labels_of, referenced
from a11y_tests.rules.support.roles import input_type
from a11y_tests.rules.support.text import telling_words

_MARK = re.compile(r"error|fejl", re.IGNORECASE)
_BUTTONS = ("button", "submit", "reset", "image")
# What is wrong, or what to do about it.
_CAUSE = re.compile(
    r"\b(must|cannot|can't|empty|missing|required|enter|choose|select|at least|at most|between|format|example|e\.g\.|"
    r"such as|should|check|try|tjek|prøv|too (long|short|big|small)|characters|digits|skal|må ikke|mangler|tomt?|"
    r"indtast|skriv|vælg|"
    r"mellem|mindst|højst|formen|f\.eks\.|eksempel|cifre|tegn|for (lang|kort))\b",
    re.IGNORECASE,
)
# Words of a message that blames an entry without saying more.
_BLAME = re.compile(
    r"\b(invalid|incorrect|incorrectly|correctly|wrong|not valid|ugyldig\w*|forkert\w*|korrekt|rigtigt)\b",
    re.IGNORECASE,
)
# Of a secret no more may be said than that it is wrong.
_SECRET = re.compile(r"password|passphrase|\bpin\b|code|user ?name|kode|brugernavn|nøgle", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Messages are known by an id or class that calls them errors; what a machine cannot weigh is left to a person."""
    page = subject.snapshot
    fields = [one for one in page.own if _is_field(one)]
    if not fields:
        return
    described = {id(one) for button in page.own if _is_button(button) for one in referenced(button, "aria-describedby")}
    for message in page.own:
        if _is_message(message):
            finding = _judged(message, fields, page, id(message) in described)
            if finding is not None:
                yield finding


def _judged(message: Element, fields: list[Element], page: Document, is_described: bool) -> Finding | None:
    seen, told = is_seen(message), is_exposed(message)
    if not seen and not told:
        return failed(message, "Only assistive technology is told of this error.") if is_described else None
    if seen and not told and not _is_referenced(message, page):
        return failed(message, "Assistive technology is not told of this error.")
    text = message.text_content
    named = _named(text, fields) or [field for field in fields if message in _messages_of(field)]
    if _is_ambiguous(text, named, fields):
        return failed(message, "Several fields have the name that this error mentions.")
    if _BLAME.search(text) and not _CAUSE.search(text) and not _SECRET.search(text):
        return failed(message, "This error does not say what is wrong, or what to do.")
    if named and _CAUSE.search(text):
        return passed(message, "This error names a field and says what is wrong.")
    return cannot_tell(message, "Does this error say which field is wrong, and what to do?")


def _is_field(element: Element) -> bool:
    if element.tag == "input":
        return input_type(element) not in (*_BUTTONS, "hidden") and is_rendered(element)
    return element.tag in ("select", "textarea") and is_rendered(element)


def _is_button(element: Element) -> bool:
    return element.tag == "button" or (element.tag == "input" and input_type(element) in _BUTTONS)


def _is_message(element: Element) -> bool:
    """Whether it is called an error and holds text itself, or in mere emphasis."""
    marks = f"{element.get('id') or ''} {element.get('class') or ''}"
    if not _MARK.search(marks) or element.tag in ("input", "select", "textarea", "form", "button", "body", "script"):
        return False
    own = (one for one in element.children if one.kind == TEXT or one.name in ("strong", "b", "em", "span", "br", "p"))
    has_fields = any(_is_field(one) for one in element.elements)
    return not has_fields and any(one.text.strip() if one.kind == TEXT else one.name != "br" for one in own)


def _messages_of(field: Element) -> list[Element]:
    return referenced(field, "aria-describedby") + referenced(field, "aria-errormessage")


def _is_referenced(message: Element, page: Document) -> bool:
    return any(message in _messages_of(one) for one in page.own if one.get("aria-describedby"))


def _named(text: str, fields: list[Element]) -> list[Element]:
    """The fields whose label stands in the text, or whose group's legend does."""
    said = set(telling_words(text))
    return [field for field in fields if any(words and words <= said for words in _calls(field))]


def _calls(field: Element) -> list[set[str]]:
    """The sets of words by which a field may be called: its label without what is in brackets, and its legend."""
    texts = [label.text_content for label in labels_of(field)] + [field.accessible_name]
    legend = _legend(field)
    return [set(telling_words(re.sub(r"\([^)]*\)", "", text))) for text in texts] + [
        {word} for word in telling_words(re.sub(r"\([^)]*\)", "", legend))
    ]


def _legend(field: Element) -> str:
    group = next((one for one in field.above if one.tag == "fieldset"), None)
    legend = next((one for one in group.elements if one.tag == "legend"), None) if group else None
    return legend.text_content if legend else ""


def _is_ambiguous(text: str, named: list[Element], fields: list[Element]) -> bool:
    """Whether a label that the text mentions is that of fields in several groups, of which it mentions none."""
    said = set(telling_words(text))
    for field in named:
        alike = [one for one in fields if one.accessible_name == field.accessible_name and one is not field]
        legends = {_legend(one) for one in (field, *alike)}
        if alike and len(legends) > 1 and not any(set(telling_words(one)) & said for one in legends):
            return True
    return False


RULE = Rule(
    id="act-36b590",
    name="Error message describes invalid form field value",
    criteria=("3.3.1",),
    applicability="Messages about errors on a page with form fields.",
    expectation="The message is visible and exposed, names the field, and says what is wrong or how to put it right.",
    check=check,
)
