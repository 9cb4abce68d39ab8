"""How one thing on a page is told: its name, what it is, and the state it is in."""

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.virtual_reader.words import Words

LANDMARKS = frozenset({"main", "banner", "contentinfo", "navigation", "complementary", "search", "region", "form"})
GROUPS = frozenset({"group", "radiogroup", "dialog", "alertdialog", "article"})
# Told as a whole: what is inside is their name, or is for the eye.
WHOLE = frozenset(
    {
        *("link", "button", "image", "textbox", "searchbox", "combobox", "checkbox", "radio", "switch", "spinbutton"),
        *("slider", "listbox", "progressbar", "meter", "separator", "audio", "video", "menuitem", "tab", "heading"),
    }
)
VALUED = frozenset({"textbox", "searchbox", "combobox", "spinbutton", "slider", "progressbar", "meter"})
FIELDS = frozenset({*VALUED, "checkbox", "radio", "switch", "listbox"}) - {"progressbar", "meter"}
# Roles by the names that Chromium has for them.
INTERNAL = {
    **{"DisclosureTriangle": "button", "DisclosureTriangleGrouped": "button", "Audio": "audio", "Video": "video"},
    **{"Iframe": "iframe", "img": "image", "SvgRoot": "image", "DescriptionList": "list", "ComboBoxSelect": "combobox"},
    **{"TextField": "textbox", "Date": "textbox", "DateTime": "textbox", "InputTime": "textbox", "time": ""},
}


def role_of(element: Element) -> str:
    """Its role, "" where it has none or is in no tree."""
    return INTERNAL.get(element.role, element.role)


def told(element: Element, words: Words) -> str:
    """Name, role, value and states of one thing, as they are said."""
    role = role_of(element)
    parts = [element.accessible_name, _word(element, role, words)]
    if role in VALUED and element.get("type") != "password" and element.accessible:
        parts.append(" ".join(element.accessible.value.split()))
    return " ".join(part for part in [*parts, *_states(element, role, words)] if part)


def _word(element: Element, role: str, words: Words) -> str:
    if role == "heading":
        return words.level.format(element.has("level") or 2)
    if element.get("type") == "password":
        role = "password"
    if role == "button" and element.has("pressed") is not None:
        role = "toggle"
    return words.roles.get(role, role)


def _states(element: Element, role: str, words: Words) -> list[str]:
    states = []
    checked = str(element.has("checked")).lower()
    if role in ("checkbox", "radio", "switch"):
        kinds = {"checkbox": ("checked", "not checked"), "radio": ("selected", "not selected"), "switch": ("on", "off")}
        states.append("mixed" if checked == "mixed" else kinds[role][checked != "true"])
    if role == "button" and element.has("pressed") is not None:
        states.append("pressed" if str(element.has("pressed")).lower() == "true" else "not pressed")
    if element.has("expanded") is not None:
        states.append("expanded" if element.has("expanded") else "collapsed")
    states += [name for name in ("required", "readonly", "disabled") if element.has(name)]
    if str(element.has("invalid") or "false") != "false":
        states.append("invalid")
    if (element.get("aria-current") or "false") != "false":
        states.append("current")
    return [words.states[name] for name in states]
