"""What WAI-ARIA 1.2 says of its roles, states and properties (https://www.w3.org/TR/wai-aria-1.2/)."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GLOBAL = _words(
    "atomic braillelabel brailleroledescription busy controls current describedby description details disabled "
    "dropeffect errormessage flowto grabbed haspopup hidden invalid keyshortcuts label labelledby live owns relevant "
    "roledescription"
)
_CELL = "colindex colindextext colspan rowindex rowindextext rowspan"
_HEADER = f"{_CELL} expanded readonly required selected"
_RANGE = "valuemax valuemin valuenow valuetext"
_TEXT = "activedescendant autocomplete multiline placeholder readonly required"
_GRID = "activedescendant colcount multiselectable readonly rowcount"
_TREE = "activedescendant multiselectable orientation required"
_ITEM = "posinset setsize"

# The states and properties that a role supports beside the global ones; a role is known if it stands here.
SUPPORTED: dict[str, frozenset[str]] = {
    role: frozenset(properties.split())
    for role, properties in {
        "alert": "", "alertdialog": "modal", "application": "activedescendant expanded", "article": _ITEM,
        "banner": "", "blockquote": "", "button": "expanded pressed", "caption": "", "cell": _CELL,
        "checkbox": "checked expanded readonly required", "code": "", "columnheader": f"{_HEADER} sort",
        "combobox": "activedescendant autocomplete expanded placeholder readonly required", "comment": f"{_ITEM} level",
        "complementary": "", "contentinfo": "", "definition": "", "deletion": "", "dialog": "modal", "directory": "",
        "document": "expanded", "emphasis": "", "feed": "", "figure": "", "form": "", "generic": "", "grid": _GRID,
        "gridcell": _HEADER, "group": "activedescendant", "heading": "level", "image": "", "img": "",
        "insertion": "", "link": "expanded", "list": "",
        "listbox": "activedescendant expanded multiselectable orientation readonly required",
        "listitem": f"{_ITEM} level", "log": "", "main": "", "mark": "", "marquee": "", "math": "",
        "menu": "activedescendant orientation", "menubar": "activedescendant orientation",
        "menuitem": f"{_ITEM} expanded", "menuitemcheckbox": f"{_ITEM} checked expanded",
        "menuitemradio": f"{_ITEM} checked expanded", "meter": _RANGE, "navigation": "", "none": "", "note": "",
        "option": f"{_ITEM} checked selected", "paragraph": "", "presentation": "", "progressbar": _RANGE,
        "radio": f"{_ITEM} checked", "radiogroup": "activedescendant orientation readonly required", "region": "",
        "row": f"{_ITEM} activedescendant colindex expanded level rowindex rowindextext selected", "rowgroup": "",
        "rowheader": f"{_HEADER} sort", "scrollbar": f"{_RANGE} orientation", "search": "", "searchbox": _TEXT,
        "separator": f"{_RANGE} orientation", "slider": f"{_RANGE} orientation readonly",
        "spinbutton": f"{_RANGE} activedescendant readonly required", "status": "", "strong": "", "subscript": "",
        "suggestion": "", "superscript": "", "switch": "checked expanded readonly required",
        "tab": f"{_ITEM} expanded selected", "table": "colcount rowcount",
        "tablist": "activedescendant multiselectable orientation", "tabpanel": "", "term": "", "textbox": _TEXT,
        "time": "", "timer": "", "toolbar": "activedescendant orientation", "tooltip": "", "tree": _TREE,
        "treegrid": f"{_GRID} {_TREE}", "treeitem": f"{_ITEM} checked expanded level selected",
        "graphics-document": "", "graphics-object": "activedescendant", "graphics-symbol": "",
    }.items()
}  # fmt: skip
REQUIRED: dict[str, tuple[str, ...]] = {
    "checkbox": ("checked",),
    "combobox": ("expanded",),
    "heading": ("level",),
    "menuitemcheckbox": ("checked",),
    "menuitemradio": ("checked",),
    "meter": ("valuenow",),
    "radio": ("checked",),
    "scrollbar": ("controls", "valuenow"),
    "slider": ("valuenow",),
    "switch": ("checked",),
}
_MENU_ITEMS = ("menuitem", "menuitemcheckbox", "menuitemradio")
_CELLS = ("cell", "columnheader", "gridcell", "rowheader")
# Which roles an element of a role may own.
OWNED: dict[str, tuple[str, ...]] = {
    "feed": ("article",),
    "grid": ("row", "rowgroup"),
    "list": ("listitem",),
    "listbox": ("option", "group"),
    "menu": (*_MENU_ITEMS, "group"),
    "menubar": (*_MENU_ITEMS, "group"),
    "row": _CELLS,
    "rowgroup": ("row",),
    "table": ("row", "rowgroup", "caption"),
    "tablist": ("tab",),
    "tree": ("treeitem", "group"),
    "treegrid": ("row", "rowgroup"),
}
# By which roles an element of a role must be owned.
CONTEXT: dict[str, tuple[str, ...]] = {
    "caption": ("figure", "grid", "table", "treegrid"),
    "cell": ("row",),
    "columnheader": ("row",),
    "gridcell": ("row",),
    "listitem": ("list", "directory"),
    "menuitem": ("group", "menu", "menubar"),
    "menuitemcheckbox": ("group", "menu", "menubar"),
    "menuitemradio": ("group", "menu", "menubar"),
    "option": ("group", "listbox"),
    "row": ("grid", "rowgroup", "table", "treegrid"),
    "rowgroup": ("grid", "table", "treegrid"),
    "rowheader": ("row",),
    "tab": ("tablist",),
    "treeitem": ("group", "tree"),
}
CHILDREN_PRESENTATIONAL = _words(
    "button checkbox doc-pagebreak graphics-symbol image img meter menuitemcheckbox menuitemradio option progressbar "
    "radio scrollbar separator slider switch tab"
)
# What may not stand on an element of a role, though it is global: nobody hears the name of a paragraph.
NO_NAME = _words(
    "caption code deletion emphasis generic insertion none paragraph presentation strong subscript superscript"
)
PROHIBITED: dict[str, frozenset[str]] = {role: _words("label labelledby braillelabel") for role in NO_NAME} | {
    "generic": _words("label labelledby braillelabel roledescription brailleroledescription")
}
WIDGETS = _words(
    "button checkbox combobox grid gridcell link listbox menu menubar menuitem menuitemcheckbox menuitemradio option "
    "progressbar radio radiogroup scrollbar searchbox separator slider spinbutton switch tab tablist tabpanel textbox "
    "tree treegrid treeitem"
)
LANDMARKS = _words("banner complementary contentinfo form main navigation region search")

_TRUE_FALSE = "true false"
_WORDS = {
    "atomic": _TRUE_FALSE, "autocomplete": "inline list both none", "busy": _TRUE_FALSE,
    "checked": "true false mixed undefined", "current": "page step location date time true false",
    "disabled": _TRUE_FALSE, "expanded": "true false undefined", "grabbed": "true false undefined",
    "haspopup": "true false menu listbox tree grid dialog", "hidden": "true false undefined",
    "invalid": "true false grammar spelling", "live": "assertive off polite", "modal": _TRUE_FALSE,
    "multiline": _TRUE_FALSE, "multiselectable": _TRUE_FALSE, "orientation": "horizontal vertical undefined",
    "pressed": "true false mixed undefined", "readonly": _TRUE_FALSE, "required": _TRUE_FALSE,
    "selected": "true false undefined", "sort": "ascending descending none other",
}  # fmt: skip
_LISTS = {"dropeffect": "copy execute link move none popup", "relevant": "additions all removals text"}
_WHOLE = _words("colcount colindex colspan level posinset rowcount rowindex rowspan setsize")
_NUMBERS = _words("valuemax valuemin valuenow")
_FREE = _words(
    "activedescendant braillelabel brailleroledescription colindextext controls describedby description details "
    "errormessage flowto keyshortcuts label labelledby owns placeholder roledescription rowindextext "
    "valuetext"
)
PROPERTIES = frozenset(_WORDS) | frozenset(_LISTS) | _WHOLE | _NUMBERS | _FREE


def is_valid(name: str, value: str) -> bool:
    """Whether the value is one that a state or property (without "aria-") may have; ids and texts always are."""
    value = value.strip().lower()
    if name in _WORDS:
        return value in _WORDS[name].split()
    if name in _LISTS:
        return set(value.split()) <= set(_LISTS[name].split())
    if name in _WHOLE:
        return re.fullmatch(r"[+-]?\d+", value) is not None
    if name in _NUMBERS:
        return re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", value) is not None
    return True
