"""What was meant for machines and is said to people: placeholders, empty values, markup, ids of messages."""

import re

from a11y_tests.evaluation.snapshot import Element

# What templates and scripts leave, and no sentence of any language holds.
_LEFT = re.compile(r"\{\{[^{}]*\}\}|\{%[^%]*%\}|\$\{[^{}]*\}|%\([a-z_]+\)[sd]|<%[^%]*%>|\[object \w+\]", re.IGNORECASE)
_EMPTY = frozenset({"undefined", "null", "NaN"})
# Markup and entities shown as text: a text about markup may well say so.
_MARKUP = re.compile(
    r"</?(?:b|i|p|br|div|span|strong|em|a|li|ul|h[1-6])\b[^<>]*>|&(?:amp|nbsp|lt|gt|quot|[a-z]{3,6}|#\d{2,5});", re.I
)
# As wholes: errors.field.required, LOGIN_BUTTON_LABEL, basket.svg, /shop/order. Some people call things so.
_IDS = (
    re.compile(r"[a-z][a-z0-9]*(?:[._][a-z0-9]+){2,}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"),
    re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|ico|html?|php|aspx?)", re.I),
    re.compile(r"https?://\S+|/[\w.-]+(?:/[\w.-]*)+"),
)
# What people show each other of machines' language.
_SHOWN = frozenset({"code", "pre", "kbd", "samp", "textarea"})


def left_over(text: str) -> str:
    """What in a text a template or script has left; "" where nothing is."""
    found = _LEFT.search(text)
    return found.group() if found else ""


def is_empty_value(name: str) -> bool:
    """Whether a whole name is what a script makes of a value that is not there."""
    return name.strip() in _EMPTY


def markup(text: str) -> str:
    """A tag or an entity that stands in a text as text; "" where there is none."""
    found = _MARKUP.search(text)
    return found.group() if found else ""


def looks_like_id(name: str) -> bool:
    """Whether a whole name looks like the id of a message, a file's name, or an address."""
    return any(kind.fullmatch(name.strip()) for kind in _IDS)


def is_shown(element: Element | None) -> bool:
    """Whether it is, holds or is part of something that shows the language of machines."""
    return element is not None and any(one.tag in _SHOWN for one in (element, *element.above, *element.elements))
