"""The fields of a page's forms, found quickly."""

import html
import re

TAG = re.compile(r"<(input|textarea|select|button)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


def fields_of(page: str, *, values: bool = False) -> dict[str, str]:
    """Name to kind (text, password, hidden, radio, textarea ...), or name to value."""
    found = {}
    for tag, inside in TAG.findall(page):
        attributes = dict(ATTRIBUTE.findall(inside))
        if "name" in attributes:
            kind = attributes.get("type", "text") if tag == "input" else tag
            found.setdefault(attributes["name"], html.unescape(attributes.get("value", "")) if values else kind)
    return found
