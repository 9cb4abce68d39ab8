"""A card as sound: MP3 files of ten codes each, in a ZIP; a DAISY player and a telephone go from file to file.

Each number is said, then its code, digit by digit, slowly, and the code once again. All is made in memory.
"""

import io
import threading
import zipfile
from collections.abc import Sequence

import lameenc

from app.ui import i18n, speech
from app.ui.cards.sheet import AUDIO, Sheet
from app.ui.cards.text import section_title
from app.ui.i18n import N_
from app.ui.speech import GROUP, SLOW

BETWEEN = 2.5
"""Seconds before the next number: time to stop the player, or to note the code."""
UNBROKEN = 4
KILOBITS = 24
# 2 is best, 7 quickest: for a voice at this rate they cannot be told apart, and a card takes half the time.
QUALITY = 7
AT_ONCE = threading.BoundedSemaphore(2)
"""A whole card keeps a processor busy for seconds: more at once would keep other citizens waiting."""
WAIT_SECONDS = 10
FILE_NAME = N_("file-%(number)s.mp3")
TEXT_NAME = N_("text.txt")
# A ZIP must date its files; when the card was made is nobody's business.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Busy(Exception):
    """Others' cards are being made: try again in a little while."""


def file_name(number: int, language: speech.Lang) -> str:
    """The name of a file (counted from one), the same for every card: it tells nothing of the codes."""
    return i18n.translate(language, FILE_NAME) % {"number": f"{number:02d}"}


def zip_of_mp3(sheet: Sheet, *, text: str = "") -> bytes:
    """The whole card. Raises ValueError where a number or code has anything but digits, or Busy.

    `text`: the same in words, as a file of its own beside the sound, for who cannot hear it (WCAG 1.2.1).
    """
    if not AT_ONCE.acquire(timeout=WAIT_SECONDS):
        raise Busy
    try:
        return _zipped(sheet, text)
    finally:
        AT_ONCE.release()


def _zipped(sheet: Sheet, text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        files = AUDIO.columns_of(sheet.entries)
        for number, entries in enumerate(files, start=AUDIO.first_page):
            title = i18n.translate(sheet.language, section_title(number, len(sheet.entries)))
            pairs = [(entry.number, entry.code) for entry in entries]
            tag = _id3(TIT2=title, TALB=sheet.title, TRCK=f"{number}/{len(files)}")
            sound = tag + mp3(spoken(number, pairs, sheet.language, group=entries[0].group))
            archive.writestr(zipfile.ZipInfo(file_name(number, sheet.language), LONG_AGO), sound)
        if text:
            name = i18n.translate(sheet.language, TEXT_NAME)
            # The mark of UTF-8 and the line ends of DOS: old notetakers and editors read æ, ø and å by them.
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), text.replace("\n", "\r\n").encode("utf-8-sig"))
    return made.getvalue()


def spoken(number: int, pairs: Sequence[tuple[str, str]], lang: speech.Lang, *, group: int = GROUP) -> bytes:
    """The samples of one file: which file it is, then each number and its code, slowly, and the code once again.

    `group`: how many digits of a code are said before a longer pause.

    Raises ValueError if a number or a code is anything but 1 to 16 of the digits 0-9.
    """
    parts: list[speech.Part] = [SLOW.edge, "file", SLOW.phrase, *_digits(str(number)), SLOW.repeat]
    for asked_by, code in pairs:
        parts += ["number", SLOW.phrase, *_digits(asked_by), SLOW.group, "code", SLOW.phrase, *_digits(code, group)]
        parts += [SLOW.repeat, "i_repeat", SLOW.phrase, *_digits(code, group), BETWEEN]
    return b"".join(speech.samples(part, lang) for part in parts)


def _digits(digits: str, group: int = GROUP) -> list[speech.Part]:
    """In groups; a number of four is one group, as it is read on the card."""
    speech.digits_text(digits)  # raises where there is no clip for a character
    said: list[speech.Part] = []
    for place, digit in enumerate(digits):
        pause = SLOW.group if len(digits) != UNBROKEN and place % group == 0 else SLOW.digit
        said += [pause, digit] if place else [digit]
    return said


def mp3(samples: bytes) -> bytes:
    """Samples (16 kHz, 16 bit, mono) as MP3, 24 kbit/s."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(speech.RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(KILOBITS)
    encoder.set_quality(QUALITY)
    return bytes(encoder.encode(samples)) + bytes(encoder.flush())


def _id3(**frames: str) -> bytes:
    """An ID3v2.3 tag: what a player shows or says of the file. Text is UTF-16 (encoding 1); sizes are in section 3."""
    body = b"".join(_frame(name, b"\x01" + text.encode("utf-16")) for name, text in frames.items())
    size = len(body)
    syncsafe = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + syncsafe + body


def _frame(name: str, content: bytes) -> bytes:
    return name.encode() + len(content).to_bytes(4, "big") + b"\x00\x00" + content
