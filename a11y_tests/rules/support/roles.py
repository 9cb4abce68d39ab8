"""Roles as ACT means them: explicit, implicit, and what becomes of "none" where it may not be."""

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.rules.support.aria import GLOBAL, SUPPORTED
from a11y_tests.rules.support.exposure import is_focusable

NOTHING = frozenset({"none", "presentation"})
_TAGS = {
    "article": "article", "aside": "complementary", "blockquote": "blockquote", "button": "button",
    "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition", "del": "deletion",
    "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term", "em": "emphasis", "fieldset": "group",
    "figure": "figure", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "hr": "separator", "html": "document", "ins": "insertion", "main": "main", "math": "math",
    "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list", "optgroup": "group", "option": "option",
    "output": "status", "p": "paragraph", "progress": "progressbar", "search": "search", "strong": "strong",
    "sub": "subscript", "sup": "superscript", "svg": "graphics-document", "table": "table", "tbody": "rowgroup",
    "textarea": "textbox", "tfoot": "rowgroup", "thead": "rowgroup", "time": "time", "tr": "row", "ul": "list",
}  # fmt: skip
_INPUTS = {
    "button": "button", "checkbox": "checkbox", "email": "textbox", "image": "button", "number": "spinbutton",
    "radio": "radio", "range": "slider", "reset": "button", "search": "searchbox", "submit": "button",
    "tel": "textbox", "text": "textbox", "url": "textbox",
}  # fmt: skip
# Types of input that have no role in WAI-ARIA.
_ROLELESS = frozenset({"color", "date", "datetime-local", "file", "hidden", "month", "password", "time", "week"})
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})


def explicit_role(element: Element) -> str:
    """The first known role in its role attribute, in lower case; "" where there is none."""
    tokens = (element.get("role") or "").lower().split()
    return next((token for token in tokens if token in SUPPORTED or token.startswith("doc-")), "")


def semantic_role(element: Element) -> str:
    """Its role for ACT: the explicit one, else the implicit; "none" counts only where nothing speaks against it."""
    role = explicit_role(element)
    if not role or (role in NOTHING and _insists(element)):
        role = implicit_role(element)
    return "none" if role == "presentation" else "img" if role == "image" else role


def is_html(element: Element) -> bool:
    """Whether it is in HTML's namespace."""
    return not any(one.tag in ("svg", "math") for one in (element, *element.above) if one.document is element.document)


def is_html_or_svg(element: Element) -> bool:
    """Whether it is in the namespace of HTML or SVG."""
    return not any(one.tag == "math" for one in (element, *element.above) if one.document is element.document)


def is_marked_decorative(element: Element) -> bool:
    """Whether the author said that it is decoration: role none or presentation, or an empty alt on an image."""
    if explicit_role(element) in NOTHING:
        return True
    return element.tag == "img" and element.get("alt") == "" and not explicit_role(element)


def _insists(element: Element) -> bool:
    """Presentational roles conflict resolution: focusable, or with a global state or property."""
    return is_focusable(element) or any(element.get(f"aria-{name}") not in (None, "") for name in GLOBAL - {"hidden"})


def implicit_role(element: Element) -> str:
    """The role that HTML gives it; "" where it gives none (generic)."""
    by_attributes = _BY_ATTRIBUTES.get(element.tag)
    return by_attributes(element) if by_attributes else _TAGS.get(element.tag, "")


def input_type(element: Element) -> str:
    """The state of an input's type attribute: what is not known is "text"."""
    kind = (element.get("type") or "text").strip().lower()
    return kind if kind in _INPUTS or kind in _ROLELESS else "text"


def _input(element: Element) -> str:
    kind = input_type(element)
    if element.get("list") is not None and kind in ("email", "search", "tel", "text", "url"):
        return "combobox"
    return _INPUTS.get(kind, "")


def _image(element: Element) -> str:
    named = any(element.get(name) for name in ("aria-label", "aria-labelledby"))
    return "none" if element.get("alt") == "" and not named else "img"


def _select(element: Element) -> str:
    rows = element.get("size") or ""
    return "listbox" if element.get("multiple") is not None or (rows.isdigit() and int(rows) > 1) else "combobox"


def _cell(element: Element) -> str:
    table = next((one for one in element.above if one.tag == "table"), None)
    return "gridcell" if table is not None and explicit_role(table) in ("grid", "treegrid") else "cell"


def _header_cell(element: Element) -> str:
    return "rowheader" if (element.get("scope") or "").lower() in ("row", "rowgroup") else "columnheader"


def _page_part(role: str) -> str:
    def of(element: Element) -> str:
        return "" if any(one.tag in _SECTIONING for one in element.above) else role

    return of  # type: ignore[return-value]


def _named(role: str, otherwise: str = "") -> str:
    def of(element: Element) -> str:
        named = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
        return role if named else otherwise

    return of  # type: ignore[return-value]


def _list_item(element: Element) -> str:
    around = next(element.above, None)
    return "listitem" if around is not None and (around.tag in ("ol", "ul", "menu") or _is_list(around)) else ""


def _is_list(element: Element) -> bool:
    return explicit_role(element) == "list"


def _with_address(element: Element) -> str:
    return "link" if element.get("href") is not None else ""


_BY_ATTRIBUTES = {
    "a": _with_address, "area": _with_address, "input": _input, "img": _image, "select": _select, "td": _cell,
    "th": _header_cell, "header": _page_part("banner"), "footer": _page_part("contentinfo"), "li": _list_item,
    "section": _named("region"), "form": _named("form", "form"),
}  # fmt: skip


def is_svg(element: Element) -> bool:
    """Whether it is an element of SVG: svg itself, or inside of one and not of HTML inside of that."""
    around = next((one.tag for one in (element, *element.above) if one.tag in ("svg", "foreignobject")), "")
    return around == "svg" or element.tag == "foreignobject"
