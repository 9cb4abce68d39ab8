"""Reading a page aloud, from its title to its end."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache

from a11y_tests.evaluation.snapshot import BROWSERS_OWN, TEXT, Document, Element, Node
from a11y_tests.virtual_reader import phrase, telling
from a11y_tests.virtual_reader.lists import marker, size
from a11y_tests.virtual_reader.phrase import Phrase
from a11y_tests.virtual_reader.words import words_of

UNHEARD = frozenset({"head", "script", "style", "template", "noscript"})
# Nothing is said of it where it stands alone.
SILENT = frozenset(".,:;!?()–-|/\"'")
BULLETS = frozenset("•◦▪‣·")
GENERATED = re.compile(r'"((?:[^"\\]|\\.)*)"')


@lru_cache(maxsize=1)  # several rules ask for the same page, one after another
def read(document: Document, language: str = "") -> tuple[Phrase, ...]:
    """Everything that is said of a page, in order. language: of the citizen; else the page's own."""
    reader = _Reader(document, language or document.root.get("lang") or "en")
    reader.say(phrase.TITLE, document.title, document.title)
    reader.children(document)
    reader.flush()
    return _marked(reader.phrases)


def _marked(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """With a mark at the descriptions whose words are read where they stand."""
    read_here = " ".join(one.said for one in phrases if one.kind != phrase.DESCRIPTION)
    return [
        replace(one, again=True) if one.kind == phrase.DESCRIPTION and one.said in read_here else one for one in phrases
    ]


class _Reader:
    """Goes down the tree. Texts are gathered until a block, a control or another language begins."""

    def __init__(self, document: Document, language: str) -> None:
        self.words = words_of(language)
        self.phrases: list[Phrase] = []
        self._labels = _labels(document)
        self._place, self._language = "", document.root.get("lang") or language
        self._marker = ""  # of an item of a list, to be said with what comes first in it
        self._text: list[str] = []
        self._text_language, self._text_of = self._language, document.root

    def say(self, kind: str, said: str, name: str, element: Element | None = None, language: str = "") -> None:
        """Say something, after the text that was gathered."""
        if kind != phrase.TEXT:
            self.flush()
        if set(said) - SILENT - {" "}:
            said, self._marker = self._marker + said, ""
            self.phrases.append(Phrase(kind, said, name, language or self._language, self._place, False, element))

    def flush(self) -> None:
        """Say the text that was gathered."""
        said = " ".join("".join(self._text).split())
        self._text.clear()
        self.say(phrase.TEXT, said, said, self._text_of, self._text_language)

    def children(self, node: Node) -> None:
        """Say all that is inside."""
        for child in node.children:
            if isinstance(child, Element):
                if not _is_unheard(child):
                    self._element(child)
            elif child.kind == TEXT and child.boxes and child.shadow != BROWSERS_OWN:
                self._gather(child.text, next(child.above))
            elif isinstance(child, Document):
                self.children(child)

    def _gather(self, text: str, around: Element) -> None:
        if around.style.get("visibility", "visible") != "visible":
            return
        if self._language != self._text_language:
            self.flush()
        if not "".join(self._text).strip():
            self._text_language, self._text_of = self._language, around
        self._text.append(text)

    def _element(self, element: Element) -> None:
        before, self._language = self._language, element.get("lang") or self._language
        block = not element.style.get("display", "inline").startswith("inline") or element.tag == "br"
        if block:
            self.flush()
        if element.pseudo:
            self._generated(element)
        else:
            self._by_role(element, telling.role_of(element))
        if block:
            self.flush()
        self._language = before

    def _generated(self, element: Element) -> None:
        text = _generated(element)
        if text.strip() in BULLETS and not "".join(self._text).strip():
            self._marker = f"{self.words.bullet} "
        else:
            self._gather(text, next(element.above))

    def _by_role(self, element: Element, role: str) -> None:
        if role in telling.WHOLE:
            self._whole(element, role)
        elif role in telling.LANDMARKS and (role not in ("region", "form") or element.accessible_name):
            with self._in_landmark(role):
                self._around(element, role, f"{element.accessible_name} {self.words.roles[role]}.".lstrip())
        elif role in telling.GROUPS and element.accessible_name:
            self._around(element, role, f"{element.accessible_name} {self.words.roles[role]}.")
        elif role in ("list", "table"):
            self._around(element, role, size(element, role, self.words))
        elif role == "listitem":
            self.flush()
            self._marker = marker(element, self.words.bullet)
            self.children(element)
            self.flush()
            self._marker = ""
        elif element in self._labels or element.tag == "legend":
            self._controls_in(element)
        else:
            self.children(element)

    def _whole(self, element: Element, role: str) -> None:
        self.say(role, telling.told(element, self.words), element.accessible_name, element)
        description = element.accessible_description
        self.say(phrase.DESCRIPTION, description, description, element)
        if role == "heading":
            self._controls_in(element)

    def _controls_in(self, element: Element) -> None:
        """Of a label or a heading, whose text is a name, only what can be used in it."""
        for one in element.elements:
            if telling.role_of(one) in telling.FIELDS | {"link", "button"} and not _is_unheard(one):
                self._whole(one, telling.role_of(one))

    def _around(self, element: Element, role: str, said: str) -> None:
        self.say(role, said, element.accessible_name, element)
        self.children(element)
        self.say(phrase.END, self.words.leaving.format(self.words.roles[role]), "", element)

    @contextmanager
    def _in_landmark(self, role: str) -> Iterator[None]:
        self.flush()
        before, self._place = self._place, role if role not in ("region", "form") else self._place or role
        yield
        self.flush()
        self._place = before


def _is_unheard(element: Element) -> bool:
    """Whether nothing in it is told: it is hidden, or folded away."""
    if element.tag in UNHEARD or element.get("aria-hidden") == "true" or element.get("inert") is not None:
        return True
    if element.shadow == BROWSERS_OWN and element.tag != "slot":
        return element.pseudo == ""
    around = next(element.above, None)
    folded = around is not None and around.tag == "details" and around.get("open") is None
    return folded and element.tag != "summary"


def _labels(document: Document) -> set[Element]:
    """The labels of fields that are told: their text is the field's name."""
    found = set()
    for label in (one for one in document.all if one.tag == "label"):
        named = label.document.by_id.get(label.get("for") or "")
        inside = next((one for one in label.elements if telling.role_of(one) in telling.FIELDS), None)
        field = named or inside
        if field is not None and field.is_in_tree and field.accessible_name:
            found.add(label)
    return found


def _generated(element: Element) -> str:
    """What a style sheet puts in: text, or the words for it behind a slash. Markers are told with their items."""
    if element.pseudo == "marker":
        return ""
    content = element.style.get("content", "")
    texts, slash, instead = content.rpartition(" / ")
    return "".join(GENERATED.findall(instead if slash else texts + instead))
