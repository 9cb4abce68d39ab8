"""A card as plain text, a code a line: for a notetaker, a magnifier, a braille display or a print of one's own."""

from app.ui import i18n
from app.ui.cards.sheet import LIST, Entry, Sheet
from app.ui.i18n import N_, Message
from app.ui.speech import Lang

SECTION = N_("Codes %(first)s to %(last)s")
USED = N_("(used)")


def section_title(section: int, count: int) -> str:
    """The heading of a section of the list (counted from one) of `count` codes, as a message."""
    first = (section - 1) * LIST.lines + 1
    return Message(SECTION, first=first, last=min(first + LIST.lines - 1, count))


def line_of(entry: Entry, language: Lang) -> str:
    """A line of the card: a used code is of no use, and only said to be used."""
    return f"{entry.number}: {i18n.translate(language, USED) if entry.used else entry.grouped}"


def plain(sheet: Sheet) -> str:
    """The whole card with a heading every ten lines; a line has its place (where `lined`), number and code."""
    parts = [sheet.title, "", *sheet.notes]
    for number, section in enumerate(LIST.columns_of(sheet.entries), start=1):
        parts += ["", i18n.translate(sheet.language, section_title(number, len(sheet.entries)))]
        for line, entry in enumerate(section, start=LIST.first_line):
            said = line_of(entry, sheet.language)
            parts.append(f"{line}. {said}" if sheet.lined else said)
    return "\n".join([*parts, ""])
