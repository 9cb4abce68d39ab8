"""The forms in which a card can be had: how each is made, and what a factor says of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.ui.cards import audio, braille, pdf, text
from app.ui.cards.sheet import Sheet

PRINT, LARGE, LIST, BRAILLE, AUDIO = "print", "large", "list", "braille", "audio"


@dataclass(frozen=True)
class Format:
    """How a form is made of a sheet and the cells of a braille line, and whether it can be made here at all."""

    media_type: str
    make: Callable[[Sheet, int], bytes]
    missing: Callable[[], bool] = lambda: False


FORMATS: Mapping[str, Format] = {
    PRINT: Format("application/pdf", lambda sheet, _cells: pdf.ordinary(sheet)),
    LARGE: Format("application/pdf", lambda sheet, _cells: pdf.large(sheet)),
    LIST: Format("text/plain; charset=utf-8", lambda sheet, _cells: text.plain(sheet).encode()),
    BRAILLE: Format(
        "text/plain; charset=us-ascii",
        lambda sheet, cells: braille.brf(sheet, cells=cells),
        missing=lambda: not braille.available(),
    ),
    AUDIO: Format("application/zip", lambda sheet, _cells: audio.zip_of_mp3(sheet)),
}


@dataclass(frozen=True)
class CardForm:
    """One form of a factor's card. name: one of FORMATS, as in the card's data. page: the page that gives it. link: its
    name in the list of forms. title: h1 of the page. tells: what to know first, a sentence each. button: fetches it.
    file: the file's name."""

    name: str
    page: str
    da: str
    en: str
    link: str
    title: str
    tells: tuple[str, ...]
    button: str
    file: str

    @property
    def format(self) -> Format:
        """How it is made."""
        return FORMATS[self.name]

    def missing(self) -> bool:
        """True where it cannot be made on this machine."""
        return self.format.missing()
