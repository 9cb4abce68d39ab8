"""What was meant for machines and is said to people: placeholders, markup, addresses of messages, empty values."""

import re

# Each of these is never a sentence in any language: what is only odd is not here.
_RAW = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^%]*%\}|\$\{[^{}]*\}|%\([a-z_]+\)[sd]|<%[^%]*%>"  # left by templates
    r"|\[object \w+\]|</?(?:b|i|p|br|div|span|strong|em|a|li|ul|h[1-6])\b[^<>]*>"  # scripts; markup as text
    r"|&(?:amp|nbsp|lt|gt|quot|[a-z]{2,6}|#\d{2,5});",  # entities that were escaped twice
    re.IGNORECASE,
)
_EMPTY = frozenset({"undefined", "null", "nan", "none", "[object object]"})
# errors.field.required, LOGIN_BUTTON_LABEL, msg:save
_MESSAGE = re.compile(r"[a-z][a-z0-9]*(?:[._][a-z0-9]+){2,}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){1,}|msg:\S+")
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|ico|html?|php|aspx?)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+|(?:\.{0,2}/)[\w.-]+(?:/[\w.-]*)+")


def raw_part(text: str) -> str:
    """What in a text was left by a machine; "" where nothing is."""
    found = _RAW.search(text)
    return found.group() if found else ""


def is_machines_name(name: str) -> bool:
    """Whether a whole name is a machine's: an empty value, a message's id, a file's name, an address."""
    name = name.strip()
    return name.lower() in _EMPTY or any(kind.fullmatch(name) for kind in (_MESSAGE, _FILE, _ADDRESS))
