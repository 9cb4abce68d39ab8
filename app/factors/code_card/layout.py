"""Where each number stands on the card: the same for the printed card, the question, the list and the text file."""

from collections.abc import Iterable
from dataclasses import dataclass

COLUMNS, LINES = 4, 37


@dataclass(frozen=True)
class Place:
    """Where on the card a number stands, counted from one."""

    column: int
    line: int


@dataclass(frozen=True)
class Entry:
    """One number of the card: its place, its code, and whether the code is used."""

    place: Place
    number: str
    code: str
    used: bool


def place(position: int) -> Place:
    """Column and line of a position; the card is filled column by column, so its numbers rise as one reads down."""
    return Place(position // LINES + 1, position % LINES + 1)


def columns(table: Iterable[tuple[str, str, bool]]) -> list[list[Entry]]:
    """The card's columns from left to right, each with its entries from the top."""
    entries = [Entry(place(position), *row) for position, row in enumerate(table)]
    return [entries[start : start + LINES] for start in range(0, len(entries), LINES)]
