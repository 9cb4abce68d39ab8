"""What a <meta http-equiv="refresh"> asks of the browser (HTML: shared declarative refresh steps)."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

LONGEST_S = 72_000  # 20 hours: WCAG 2.2.1's exception
# Digits, or a point and what may follow; then the end, or white space, a semicolon or a comma.
_TIME = re.compile(r"[ \t\n\f\r]*(?:(\d+)[\d.]*|\.[\d.]*)(?=$|[ \t\n\f\r;,])")


def seconds_of(content: str) -> int | None:
    """After how many seconds the page moves on; None where the content is not valid and nothing happens."""
    found = _TIME.match(content)
    return int(found[1] or 0) if found else None


def first_refresh(subject: Subject) -> tuple[int, Element | None] | None:
    """The first refresh that is valid: its seconds, and its element (None where the page has moved on since)."""
    for element in subject.snapshot.own:
        if element.tag == "meta" and _is_refresh(element.attributes):
            seconds = seconds_of(element.attributes["content"])
            if seconds is not None:
                return seconds, element
    for attributes in _metas(subject.html):
        seconds = seconds_of(attributes["content"]) if _is_refresh(attributes) else None
        if seconds is not None:
            return seconds, None
    return None


def _is_refresh(attributes: dict[str, str]) -> bool:
    return attributes.get("http-equiv", "").strip().lower() == "refresh" and "content" in attributes


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.metas: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.metas.append({name: value or "" for name, value in reversed(attrs)})


def _metas(html: str) -> Iterator[dict[str, str]]:
    reader = _Reader()
    reader.feed(html)
    yield from reader.metas
