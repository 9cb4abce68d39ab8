"""Where each number stands on the card, in every form that it can be had in: the one place that knows.

The screen, the question at log-on, the files and the tests all ask here, so they cannot disagree.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core.models import Credential
from app.ui.cards import sheet
from app.ui.cards.forms import AUDIO, BRAILLE, LARGE, LIST, PRINT
from app.ui.cards.sheet import Grid, Spot
from app.ui.cards.text import section_title
from app.ui.i18n import N_, Message

GRIDS: Mapping[str, Grid] = {
    PRINT: sheet.ORDINARY,
    LARGE: sheet.LARGE,
    LIST: sheet.LIST,
    BRAILLE: sheet.BRAILLE,
    AUDIO: sheet.AUDIO,
}
WHERE: Mapping[str, str] = {
    PRINT: N_("It stands in column %(column)s, line %(line)s."),
    LARGE: N_("In the large print it stands on page %(page)s, line %(line)s."),
    LIST: N_("In the list it stands under the heading “%(section)s”, line %(line)s."),
    BRAILLE: N_("In braille it stands on page %(page)s, line %(line)s."),
    AUDIO: N_("As sound it is in file %(page)s, code %(line)s."),
}


@dataclass(frozen=True)
class Entry:
    """One number of the card: its place on the sheet, its code, and whether the code is used."""

    place: Spot
    number: str
    code: str
    used: bool


def form_of(credential: Credential) -> str:
    """The form that the citizen reads."""
    return str(credential.data.get("form", PRINT))


def place(position: int, form: str = PRINT) -> Spot:
    """Where a position stands in a form."""
    return GRIDS[form].spot(position)


def where(position: int, form: str, size: int) -> Message:
    """The same in words, as a message: "It stands in column 2, line 7". `size`: how many numbers the card has."""
    spot = place(position, form)
    words: dict[str, object] = {"page": spot.page, "column": spot.column, "line": spot.line}
    if form == LIST:
        words["section"] = section_title(spot.page, size)
    return Message(WHERE[form], **words)


def columns(table: Iterable[tuple[str, str, bool]]) -> list[list[Entry]]:
    """The sheet's columns from left to right, each with its entries from the top."""
    entries = [Entry(place(position), *row) for position, row in enumerate(table)]
    return GRIDS[PRINT].columns_of(entries)


def sections(entries: Sequence[Entry]) -> list[tuple[Message, list[Entry]]]:
    """The list: each section's title, as a message, and its entries."""
    found = GRIDS[LIST].columns_of(entries)
    return [(section_title(number, len(entries)), section) for number, section in enumerate(found, start=1)]
