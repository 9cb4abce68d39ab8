"""The screen of a plain terminal, so that what a text browser shows can be read as its user reads it.

The terminal can do five things: write, begin a line anew, go to a place, clear to the end of a line or of the screen.
TERMINFO tells a program so; `tic` (of every Debian) makes it into the form that programs read.
"""

import codecs
import re

ROWS, COLUMNS = 300, 90
NAME = "overgang-plain"
TERMINFO = rf"""{NAME}|a terminal with a cursor and no more,
	am, cols#{COLUMNS}, lines#{ROWS}, bel=^G, cr=\r, ind=\n, cud1=\n, cub1=\b, home=\E[H,
	clear=\E[H\E[J, cup=\E[%i%p1%d;%p2%dH, ed=\E[J, el=\E[K,
"""
# A sequence, the beginning of one that is not whole yet, or a character.
_PART = re.compile(r"\x1b\[(?P<places>[\d;]*)(?P<deed>[HJK])|(?P<begun>\x1b(?:\[[\d;]*)?$)|(?P<character>.)", re.DOTALL)


class Screen:
    """Rows of characters and a cursor. `feed` takes what a program writes to its terminal.

    row, column: where the cursor stands, from 0.
    """

    def __init__(self) -> None:
        self._cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self.row = self.column = 0
        self._begun = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    @property
    def lines(self) -> list[str]:
        """All that stands on the screen."""
        return ["".join(row).rstrip() for row in self._cells]

    def feed(self, written: bytes) -> None:
        """Show what was written. A sequence that is not whole yet waits for the rest of it."""
        text, self._begun = self._begun + self._decoder.decode(written), ""
        for part in _PART.finditer(text):
            if part["begun"]:
                self._begun = part["begun"]
            elif part["character"]:
                self._write(part["character"])
            elif part["deed"] == "H":
                row, _, column = part["places"].partition(";")
                self._go(int(row or 1) - 1, int(column or 1) - 1)
            else:
                self._clear(down=part["deed"] == "J")

    def _write(self, character: str) -> None:
        if character == "\n":
            self._go(self.row + 1, self.column)
        elif character == "\r":
            self.column = 0
        elif character == "\b":
            self._go(self.row, self.column - 1)
        elif character >= " ":
            self._cells[self.row][self.column] = character
            self._go(self.row, self.column + 1)

    def _go(self, row: int, column: int) -> None:
        self.row, self.column = min(max(row, 0), ROWS - 1), min(max(column, 0), COLUMNS - 1)

    def _clear(self, *, down: bool) -> None:
        self._cells[self.row][self.column :] = [" "] * (COLUMNS - self.column)
        for row in self._cells[self.row + 1 :] if down else []:
            row[:] = [" "] * COLUMNS
