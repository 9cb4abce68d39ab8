"""Links: which elements are, what they are called, and where they stand."""

from collections.abc import Iterator

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import names_given
from a11y_tests.rules.support.roles import semantic_role

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
