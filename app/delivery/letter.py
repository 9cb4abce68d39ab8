"""Letters: a folder where the printing house fetches them, each in the form that its reader can read.

A letter is two files that bear its reference: the letter itself (PDF/UA in ordinary or large print, BRF for an
embosser, or a ZIP of the code as sound, with the whole letter as plain text beside it), and `<reference>.json`, which
says for whom it is. The JSON is laid last: what has one is whole. The recipient is a CPR number, for the printing house
has the address from the CPR register. Needs a folder that only the portal and the printing house can read; files are
made for their owner and group only.
"""

import asyncio
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

from app.delivery.message import DeliveryFailed, Message
from app.ui.cards import audio, braille, pdf, text
from app.ui.cards.sheet import Entry, Sheet
from app.ui.speech import Lang

SHORT_NAME_LONGEST = 14


def _spoken(sheet: Sheet) -> bytes:
    """The sound has the code alone; the text beside it has all that the letter says, the code too."""
    return audio.zip_of_mp3(sheet, text=text.plain(replace(sheet, entries=())))


# Form: the file's ending, and what makes it.
FORMS: dict[str, tuple[str, Callable[[Sheet], bytes]]] = {
    "print": ("pdf", pdf.ordinary),
    "large": ("pdf", pdf.large),
    "braille": ("brf", braille.brf),
    "audio": ("zip", _spoken),
}


class LetterGateway:
    """Lays letters in the folder. Laying one again writes the same files, so a second try makes no second letter.

    Raises NotADirectoryError where there is no such folder.
    """

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise NotADirectoryError(folder)
        self._folder = folder

    async def send(self, message: Message) -> None:
        """Make the letter and lay it. Raises DeliveryFailed; never permanent, for it can be mended here."""
        try:
            await asyncio.to_thread(self._lay, message)
        except (OSError, ValueError, braille.NotInstalled, audio.Busy) as error:
            raise DeliveryFailed(f"the letter was not made: {type(error).__name__}", permanent=False) from None

    def _lay(self, message: Message) -> None:
        ending, make = FORMS.get(message.form, FORMS["print"])
        name = f"{message.reference}.{ending}"
        self._write(name, make(sheet_of(message)))
        slip = {"recipient": message.recipient, "language": message.lang, "form": message.form, "file": name}
        self._write(f"{message.reference}.json", json.dumps(slip).encode())

    def _write(self, name: str, content: bytes) -> None:
        draft = self._folder / f".{name}.new"
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._folder / name)


def sheet_of(message: Message) -> Sheet:
    """The letter as a sheet: its paragraphs as notes. The sound has the code alone, as number 1: it is spoken twice."""
    lang: Lang = next((lang for lang in get_args(Lang) if lang == message.lang), "da")
    entries = (Entry("1", message.code),) if message.form == "audio" else ()
    notes = tuple(message.body.split("\n\n"))
    return Sheet(message.subject, message.subject[:SHORT_NAME_LONGEST], notes, entries, lang)
