"""A card as a BRF file, ready for an embosser or a braille display, translated by liblouis.

BRF is ASCII: a character a cell, CR LF after a line, a form feed after a page. Needs Debian's `liblouis-bin`; where it
is missing the form is not offered. The codes go to `lou_translate` by stdin, never as arguments.
"""

import shutil
import subprocess
import textwrap

from app.ui import i18n
from app.ui.cards.sheet import BRAILLE, Sheet
from app.ui.cards.text import line_of
from app.ui.i18n import N_, Message
from app.ui.speech import Lang

PROGRAM = "lou_translate"
# Uncontracted, six dots: digits are the same in contracted braille, and every reader can read the notes.
TABLES: dict[Lang, str] = {"da": "en-us-brf.dis,da-dk-g16.ctb", "en": "en-us-brf.dis,en-ueb-g1.ctb"}
CELLS = (28, 32, 40)
"""Cells a line that are offered: A4 upright with a wide margin, A4 upright, and 11 by 11.5 inch paper."""
LINES = 25
"""No page is longer: the shortest page of the usual embossers."""
SECONDS = 20
PAGE = N_("%(heading)s, page %(page)s")


class NotInstalled(Exception):
    """There is no liblouis on this machine."""


def available() -> bool:
    """True where braille can be made."""
    return shutil.which(PROGRAM) is not None


def brf(sheet: Sheet, *, cells: int = 32) -> bytes:
    """The card as BRF: the notes on page 1, then the codes, one a line, where `sheet.BRAILLE` says.

    Raises NotInstalled, or ValueError where the notes do not fit on a page or a line is longer than `cells`.
    """
    first = _wrapped(_translated([sheet.title, "", *sheet.notes], sheet.language), cells)
    pages = [first]
    for number, entries in enumerate(BRAILLE.columns_of(sheet.entries), start=BRAILLE.first_page):
        heading = i18n.translate(sheet.language, Message(PAGE, heading=sheet.heading, page=number))
        # The colon in a line ends the number in both tables, so that the code gets a number sign of its own.
        above = [heading, *[""] * (BRAILLE.first_line - 2)]
        pages.append([*above, *(line_of(entry, sheet.language) for entry in entries)])
    pages[1:] = _translated_pages(pages[1:], sheet.language)
    if any(len(page) > LINES for page in pages):
        raise ValueError("a braille page is too long")
    if any(len(line) > cells for page in pages for line in page):
        raise ValueError("a braille line is too long")
    return "".join("".join(f"{line}\r\n" for line in page) + "\f" for page in pages).encode("ascii")


def _translated_pages(pages: list[list[str]], language: Lang) -> list[list[str]]:
    """All pages in one run of the program."""
    lines = iter(_translated([line for page in pages for line in page], language))
    return [[next(lines) for _ in page] for page in pages]


def _translated(lines: list[str], language: Lang) -> list[str]:
    """Braille of each line. Raises NotInstalled."""
    given = "".join(f"{line}\n" for line in lines).encode()
    command = [PROGRAM, TABLES[language]]
    try:
        ran = subprocess.run(command, input=given, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603
    except FileNotFoundError as error:
        raise NotInstalled(PROGRAM) from error
    made = ran.stdout.decode("ascii").split("\n")[:-1]
    if len(made) != len(lines):
        raise ValueError("liblouis gave another number of lines")
    return [line.rstrip() for line in made]


def _wrapped(lines: list[str], cells: int) -> list[str]:
    """Broken at blank cells. Cells are counted, so it is done after translation."""
    found = []
    for line in lines:
        found += textwrap.wrap(line, cells, break_on_hyphens=False, break_long_words=False) or [""]
    return found
