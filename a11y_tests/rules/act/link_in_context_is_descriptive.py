"""Each link says together with what is around it where it leads."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import context_of, context_words, is_format, is_vague, links_of
from a11y_tests.rules.support.roles import semantic_role
from a11y_tests.rules.support.text import plain, telling_words

# What may be done with many things: in a table the row must say with which.
_DEEDS = {
    plain(name)
    for name in (
        "download", "edit", "delete", "remove", "change", "buy", "order", "print", "hent", "ret", "rediger", "slet",
        "fjern", "skift", "køb", "bestil", "udskriv",
    )
}  # fmt: skip
_LONG_TEXT = 8
_HEADERS = frozenset({"columnheader", "rowheader"})


def check(subject: Subject) -> Iterator[Finding]:
    """A link with a name that says nothing alone stands in a sentence, list, cell or description that says more."""
    for link, name in links_of(subject.snapshot):
        if name:
            bad = f'"{name}" does not say where the link leads, nor does its paragraph, list item or table cell.'
            yield expect(link, _is_clear(link, name), "The link says where it leads.", bad)


def _is_clear(link: Element, name: str) -> bool:
    context = context_words(link)
    if is_vague(name) or is_format(name):
        return bool(context)
    if plain(name) in _DEEDS and _is_row_unnamed(link):
        return False
    return bool(context) or not _repeats_text_before(link, name)


def _is_row_unnamed(link: Element) -> bool:
    """Whether what the row is about stands in another cell that is no header of this one."""
    cell = next((one for one in link.above if semantic_role(one) in ("cell", "gridcell")), None)
    row = next((one for one in link.above if semantic_role(one) == "row"), None)
    if cell is None or row is None or link.get("aria-describedby"):
        return False
    others = [one for one in row.elements if semantic_role(one) in ("cell", "gridcell") and one is not cell]
    says = any(telling_words(one.text_content) for one in others)
    inside = set(row.elements)
    named = any(one in inside and one is not cell for one in context_of(link) if semantic_role(one) in _HEADERS)
    return says and not named and not telling_words(cell.text_content.replace(link.text_content, "", 1))


def _repeats_text_before(link: Element, name: str) -> bool:
    """One word alone in its paragraph, taken from the text before, that leaves out what the address adds."""
    paragraph = next((one for one in link.above if one.tag == "p"), None)
    if paragraph is None or paragraph.parent is None or len(telling_words(name)) != 1 or " " in name.strip():
        return False
    around = [one for one in paragraph.parent.children if isinstance(one, Element)]
    place = around.index(paragraph)
    before = around[place - 1] if place else None
    told = telling_words(before.text_content) if before is not None and before.tag == "p" else []
    file = unquote(urlsplit(link.get("href") or "").path.rsplit("/", 1)[-1].split(".")[0])
    page = telling_words(file.replace("-", " ").replace("_", " "))
    word = telling_words(name)[0]
    return len(told) >= _LONG_TEXT and word in told and word in page and len(page) > 1


RULE = Rule(
    id="act-5effbb",
    name="Link in context is descriptive",
    criteria=("2.4.4",),
    applicability="A link in the accessibility tree with a name.",
    expectation="The name, with the paragraph, list, cell, headers or description of the link, describes its purpose.",
    check=check,
)
