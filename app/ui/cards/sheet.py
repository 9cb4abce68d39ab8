"""What the forms of a card are made of, and where each code stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.ui.speech import Lang

ItemT = TypeVar("ItemT")
DIGITS_IN_A_GROUP = 3


@dataclass(frozen=True)
class Entry:
    """One code: the number it is asked for by, whether it is used already, and how many digits are read together."""

    number: str
    code: str
    used: bool = False
    group: int = DIGITS_IN_A_GROUP

    @property
    def grouped(self) -> str:
        """The code as it is read: digits in groups; a code with other characters stays as it is."""
        if not (self.code.isascii() and self.code.isdigit()):
            return self.code
        starts = range(0, len(self.code), self.group)
        return " ".join(self.code[start : start + self.group] for start in starts)


@dataclass(frozen=True)
class Sheet:
    """A list of codes to be rendered.

    title: what it is, in the citizen's words. heading: a short name that is repeated on every page, at most 14
    characters (a braille line is 28 cells). notes: what to know before the codes, a sentence or two each. Texts are
    in `language` already. lined: False where a code's number is that of its line, and is told once.
    """

    title: str
    heading: str
    notes: tuple[str, ...]
    entries: tuple[Entry, ...]
    language: Lang
    lined: bool = True


@dataclass(frozen=True)
class Spot:
    """Where a code stands, all counted from one. `page` is a page, a file or a section: whatever the form has."""

    page: int
    column: int
    line: int


@dataclass(frozen=True)
class Grid:
    """How a form is divided: filled line by line, then column by column, then page by page.

    first_page, first_line: what the first page with codes, and the first code on a page, are counted as.
    """

    lines: int
    columns: int = 1
    first_page: int = 1
    first_line: int = 1

    def spot(self, position: int) -> Spot:
        """Where the code at this position (counted from nought) stands."""
        page, rest = divmod(position, self.lines * self.columns)
        column, line = divmod(rest, self.lines)
        return Spot(page + self.first_page, column + 1, line + self.first_line)

    def position(self, spot: Spot) -> int:
        """The position of what stands at this spot."""
        page, column = spot.page - self.first_page, spot.column - 1
        return (page * self.columns + column) * self.lines + spot.line - self.first_line

    def columns_of(self, items: Sequence[ItemT]) -> list[list[ItemT]]:
        """The items column by column (section by section, file by file), the last one perhaps shorter."""
        return [list(items[start : start + self.lines]) for start in range(0, len(items), self.lines)]


ORDINARY = Grid(lines=37, columns=4)
LARGE = Grid(lines=20, first_page=2)
LIST = Grid(lines=10)
# The first page is for the notes. On the others a heading and an empty line come before the codes: the same on every
# embosser, so that the place does not depend on which one was chosen.
BRAILLE = Grid(lines=20, first_page=2, first_line=3)
AUDIO = Grid(lines=10)
