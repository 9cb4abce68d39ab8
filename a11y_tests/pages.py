"""The pages of the portal by name, with both their addresses: pages.json, which a test of the portal keeps whole."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

# room -> page -> [Danish path, English path]
ROOMS: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name("pages.json").read_text(encoding="utf-8"))
# What has an address and is no page that can be looked at: it leads on, or is a file.
NO_PAGES = "no pages"


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[a-z]+\\\}", "[^/]+", re.escape(path)))


_PATTERNS = [(name, _pattern(path)) for pages in ROOMS.values() for name, paths in pages.items() for path in paths]


def name_of(url: str) -> str:
    """The name of the page at an address; the path itself where it is none of ours (an error page)."""
    path = urlsplit(url).path
    exact = [name for name, pattern in _PATTERNS if pattern.pattern == re.escape(path)]
    return next(iter([*exact, *(name for name, pattern in _PATTERNS if pattern.fullmatch(path))]), path)


def unvisited(room: str, visited: set[str]) -> list[str]:
    """The pages of a room that were not looked at."""
    return sorted(set(ROOMS[room]) - visited)
