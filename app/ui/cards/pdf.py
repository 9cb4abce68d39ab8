"""A card as PDF/UA-1 (ISO 14289-1): tagged, with title, language, headings and table headers, in reading order.

typst sets it from `card.typ` beside this file; the card goes in as data, in memory, so that nothing in it can be taken
for a command. Only typst's own fonts are used: a card looks the same on every machine. Its DejaVu Sans Mono tells 0
from O and 1 from l, and every digit has the same width.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import typst

from app.ui import i18n
from app.ui.cards import sheet as sheets
from app.ui.cards.sheet import Entry, Grid, Sheet
from app.ui.cards.text import USED
from app.ui.i18n import N_, Message

COLUMN = N_("Column %(number)s")
PAGE = N_("%(heading)s, page %(page)s")
WORDS = (N_("Line"), N_("Number"), N_("Code"))
SMALLEST_LARGE = 18
"""Points: the least that anything in large print may have (WCAG 2.2 calls 18 points large)."""


@dataclass(frozen=True)
class Look:
    """Sizes in points: text, codes, heads of the table, and the height of its lines; the gap beside a code in ems."""

    text: float
    codes: float
    heads: float
    row: float
    gap: float


SMALL = Look(text=10, codes=10, heads=8, row=15.5, gap=0.3)
BIG = Look(text=20, codes=27, heads=20, row=34, gap=0.6)


def ordinary(sheet: Sheet) -> bytes:
    """The card on one A4 page, up to 148 codes in four columns, where `sheet.ORDINARY` says."""
    columns = sheets.ORDINARY.columns_of(sheet.entries)
    headings: list[str] = [Message(COLUMN, number=number) for number in range(1, len(columns) + 1)]
    if len(columns) == 1:
        headings = [sheet.heading]
    parts = [_part(sheet, heading, column) for heading, column in zip(headings, columns, strict=True)]
    return _compiled(sheet, SMALL, sheets.ORDINARY, parts, new_pages=False)


def large(sheet: Sheet) -> bytes:
    """The card in large print: the notes on page 1, then 20 codes a page, where `sheet.LARGE` says."""
    pages = sheets.LARGE.columns_of(sheet.entries)
    numbered = enumerate(pages, start=sheets.LARGE.first_page)
    parts = [_part(sheet, Message(PAGE, heading=sheet.heading, page=number), page) for number, page in numbered]
    return _compiled(sheet, BIG, sheets.LARGE, parts, new_pages=True)


def _part(sheet: Sheet, heading: str, entries: list[Entry]) -> dict[str, object]:
    """One table with its heading."""
    used = i18n.translate(sheet.language, USED)
    rows = [
        [*_line(sheet, line), entry.number, used if entry.used else entry.grouped]
        for line, entry in enumerate(entries, start=1)
    ]
    return {"heading": i18n.translate(sheet.language, heading), "rows": rows}


def _line(sheet: Sheet, line: int) -> list[str]:
    return [str(line)] if sheet.lined else []


def _compiled(sheet: Sheet, look: Look, grid: Grid, parts: list[dict[str, object]], *, new_pages: bool) -> bytes:
    given = {
        "lang": sheet.language,
        "title": sheet.title,
        "notes": sheet.notes,
        "parts": parts,
        "words": [i18n.translate(sheet.language, word) for word in (WORDS if sheet.lined else WORDS[1:])],
        "columns": grid.columns,
        "pages": new_pages,
        **asdict(look),
    }
    made = typst.compile(
        _template(),
        format="pdf",
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        sys_inputs={"card": json.dumps(given)},
    )
    assert isinstance(made, bytes)
    return made


@cache
def _template() -> bytes:
    return Path(__file__).with_name("card.typ").read_bytes()
