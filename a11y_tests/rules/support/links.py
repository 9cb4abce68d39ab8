"""Links: which elements are, what they are called, and where they stand."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.snapshot import BROWSERS_OWN, Document, Element, Node
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import names_given, referenced
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.tables import grids_of, headers_of
from a11y_tests.rules.support.text import plain, telling_words, words

_CELLS = frozenset({"cell", "gridcell", "columnheader", "rowheader"})

LINK_ROLES = frozenset({"link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"})


def links_of(page: Document) -> Iterator[tuple[Element, str]]:
    """The links of a page and its frames that assistive technology meets, with their names."""
    for element in page.all:
        if element.tag == "area":
            if element.get("href") is not None and _is_on_an_image(element):
                yield element, next(iter(names_given(element)), "")
        elif semantic_role(element) in LINK_ROLES and element.is_in_tree and is_exposed(element):
            yield element, element.accessible_name


def _is_on_an_image(area: Element) -> bool:
    """Whether an area belongs to a map that an exposed image uses: it has no box of its own."""
    around = next((one for one in area.above if one.tag == "map"), None)
    if around is None or not around.get("name") or any(one.get("aria-hidden") == "true" for one in (area, *area.above)):
        return False
    wanted = f"#{around.attributes['name']}"
    return any(one.get("usemap") == wanted and is_exposed(one) for one in area.document.own)


def context_of(link: Element) -> list[Element]:
    """What is the programmatically determined context of a link: each element that says more about it.

    The paragraph, list items and table cell around it, the header cells of that cell, and what describes it.
    What runs on in the same block is not among them: see text_in_block.
    """
    found = [one for one in link.above if one.tag == "p" or semantic_role(one) == "listitem"]
    cell = next((one for one in link.above if semantic_role(one) in _CELLS), None)
    if cell is not None:
        found.append(cell)
        found += [header for grid in grids_of(link.document) for header in headers_of(cell, grid)]
    return found + referenced(link, "aria-describedby")


def context_words(link: Element) -> list[str]:
    """The telling words of a link's context: those in links there do not count."""
    texts = [text_outside_links(one) for one in context_of(link)]
    tip = link.get("title") or ""
    return [
        word for text in (*texts, text_in_block(link), "" if is_vague(tip) else tip) for word in telling_words(text)
    ]


def block_of(link: Element) -> Element | None:
    """The nearest element around a link that is a block of its own."""
    return next((one for one in link.above if not one.style.get("display", "inline").startswith("inline")), None)


def text_in_block(link: Element) -> str:
    """The text that runs on in the same block as a link: no links, and no blocks inside of it."""
    block = block_of(link)
    return _running_text(block) if block is not None else ""


def _running_text(node: Node) -> str:
    if not isinstance(node, Element):
        return node.text if node.is_rendered else ""
    if semantic_role(node) in LINK_ROLES or node.get("aria-hidden") == "true":
        return " "
    inside = (one for one in node.children if not isinstance(one, Element) or _runs_on(one))
    return " ".join(_running_text(one) for one in inside)


def _runs_on(element: Element) -> bool:
    return element.style.get("display", "").startswith("inline") and element.shadow != BROWSERS_OWN


def text_outside_links(node: Node) -> str:
    """The text in an element that is not in links, nor hidden from assistive technology."""
    if not isinstance(node, Element):
        return node.text
    if semantic_role(node) in LINK_ROLES or node.get("aria-hidden") == "true":
        return " "
    return " ".join(text_outside_links(child) for child in node.children if child.shadow != BROWSERS_OWN)


# Names that say nothing of where a link leads, in English and Danish.
_VAGUE = {
    plain(name)
    for name in (
        "more", "read more", "see more", "show more", "learn more", "find out more", "click", "click here", "here",
        "go", "go here", "go there", "link", "this link", "this", "that", "details", "info", "more info",
        "more information", "continue reading", "view", "see", "open", "press here", "tap here", "url", "page", "web",
        "this page", "mere", "læs mere", "se mere", "vis mere", "lær mere", "klik", "klik her", "her", "tryk her",
        "gå", "gå til", "dette link", "linket", "dette", "denne", "detaljer", "mere info", "flere oplysninger", "åbn",
        "se", "vis", "side", "denne side", "siden",
    )
}  # fmt: skip
# Of these words alone a name of a link may be made, and say nothing; one of the first must be among them.
_POINTERS = "mere her more here this these link linket dette denne click klik tryk press tap"
_FILLERS = """
    læs læse se vis vise find finde åbne hente gå til for at og nu dig du kan hent flere ned op venligst videre
    read see view show go out on to and the a now you can please continue learn get about info information many
"""
_FORMATS = {
    "html", "htm", "epub", "pdf", "txt", "text", "plain", "doc", "docx", "odt", "rtf", "xls", "xlsx", "csv", "xml",
    "json", "zip", "mobi", "kindle", "mp3", "mp4", "word", "excel", "powerpoint", "version", "format", "file",
    "fil", "udgave",
}  # fmt: skip
_POINTING = re.compile(r"^(this|that|these|those|denne|dette|disse)\s+\w+$", re.IGNORECASE)


def is_vague(name: str) -> bool:
    """Whether a name alone says nothing of where a link leads: "more", "this product"."""
    said = words(name)
    pointers = set(_POINTERS.split())
    pointing = bool(set(said) & pointers) and set(said) <= pointers.union(_FILLERS.split())
    return plain(name) in _VAGUE or pointing or bool(_POINTING.match(name.strip()))


def is_format(name: str) -> bool:
    """Whether a name is only the format of a file: "PDF", "Plain text"."""
    found = words(name)
    is_all = all(word in _FORMATS or word.isdigit() for word in found)
    return is_all and any(word in _FORMATS for word in found)
