"""Danish and English: translations, numbers, dates and telephone numbers.

Message ids are English sentences; `locales/<language>/*.po` holds the words of both languages, compiled to one
catalogue a language by `python -m tools.strings compile`. Each language has an easy wording too (`da_easy`, `en_easy`)
for the simpler view: the ordinary words, but for those sentences that are said more easily.
"""

import gettext
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import phonenumbers
from babel.dates import format_date, format_datetime, format_time
from babel.support import Translations

LANGUAGES = ("da", "en")
EASY = "_easy"
LOCALES = {"da": "da_DK", "en": "en_GB"}
OWN_NAMES = {"da": "Dansk", "en": "English"}
ZONE = ZoneInfo("Europe/Copenhagen")
CATALOGUES = Path(__file__).parents[2] / "build" / "locales"


class Message(str):
    """A message id with what fills it, translated when it is shown: `Message(N_("At most %(n)s."), n=5)`."""

    params: dict[str, object]

    def __new__(cls, msgid: str, **params: object) -> "Message":
        made = super().__new__(cls, msgid)
        made.params = params
        return made


def easy(language: str) -> str:
    """The easy wording of a language, as a catalogue's name."""
    return language + EASY


def N_(msgid: str) -> str:
    """Mark a message id for extraction; it is translated when it is shown."""
    return msgid


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language. Raises FileNotFoundError where they are not compiled yet."""
    with (CATALOGUES / f"{language}.mo").open("rb") as file:
        return Translations(file)


def translate(language: str, message: str) -> str:
    """The words of a message id or Message. An empty message stays empty (gettext's header has the empty id)."""
    if not message:
        return ""
    words = catalogue(language).gettext(str(message))
    params = getattr(message, "params", None)
    return words % {key: _shown(language, value) for key, value in params.items()} if params else words


def _shown(language: str, value: object) -> object:
    return translate(language, value) if isinstance(value, Message) else value


def clock_time(language: str, moment: datetime) -> str:
    """The time of day as it is written: 14.35 in Danish, 14:35 in English.

    Danish sentences say "klokken" before it: the full stop of "kl." is heard as the end of a sentence.
    """
    return format_time(moment.astimezone(ZONE), "HH.mm" if language == "da" else "HH:mm", locale=LOCALES[language])


def day(language: str, moment: date) -> str:
    """A day in words: 24. november 2026, 24 November 2026."""
    local = moment.astimezone(ZONE) if isinstance(moment, datetime) else moment
    return format_date(local, "long", locale=LOCALES[language])


def day_and_time(language: str, moment: datetime) -> str:
    """Day and time in words."""
    pattern = "d. MMMM y 'klokken' HH.mm" if language == "da" else "d MMMM y 'at' HH:mm"
    return format_datetime(moment.astimezone(ZONE), pattern, locale=LOCALES[language])


def phone(number: str) -> str:
    """A telephone number as it is written: Danish ones in pairs, foreign ones with country code."""
    parsed = phonenumbers.parse(number, "DK")
    danish = parsed.country_code == 45
    form = phonenumbers.PhoneNumberFormat.NATIONAL if danish else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, form)
