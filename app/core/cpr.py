"""The Danish personal number (CPR): ten digits DDMMYY-SSSS, always text because leading zeros matter.

The check digit is never judged: since 1 October 2007 numbers that fail modulus 11 are issued and are
fully valid (cpr.dk). A day of 61-91 marks a replacement number (erstatningspersonnummer),
which is what all fictitious people here carry.
"""

import re
from datetime import date

REPLACEMENT_DAY = 60
_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]+")
_TEN_DIGITS = re.compile(r"[0-9]{10}")
_LONGEST_TEXT = 64


class CprError(ValueError):
    """The text is no CPR number, or it cannot answer the question. The message never holds the number."""


class CprFormatError(CprError):
    """Not ten digits."""


class CprDateError(CprError):
    """The first six digits, with the century of the seventh, name no day in the calendar."""


def parse_cpr(text: str) -> str:
    """Return the ten digits of a CPR number, without the spaces and hyphens it was written with.

    Raises CprFormatError unless ten ASCII digits remain, CprDateError when the birth date does not exist.
    """
    digits = _SEPARATORS.sub("", text) if len(text) <= _LONGEST_TEXT else ""
    if not _TEN_DIGITS.fullmatch(digits):
        raise CprFormatError("A CPR number has ten digits.")
    birth_date(digits)
    return digits


def birth_date(cpr: str) -> date:
    """Return the day of birth that ten digits stand for; sixty is taken from a replacement number's day.

    Raises CprFormatError when cpr is not ten digits, CprDateError when there is no such day.
    """
    if not _TEN_DIGITS.fullmatch(cpr):
        raise CprFormatError("A CPR number has ten digits.")
    day, month, year = int(cpr[:2]), int(cpr[2:4]), int(cpr[4:6])
    if day > REPLACEMENT_DAY:
        day -= REPLACEMENT_DAY
    try:
        return date(_century(int(cpr[6]), year) + year, month, day)
    except ValueError:
        raise CprDateError("The CPR number begins with a date that does not exist.") from None


def age_on(cpr: str, day: date) -> int:
    """Return the age in whole years on a day; who is born on 29 February turns a year older on 1 March.

    Raises the errors of birth_date, and CprDateError when the day is before the birth.
    """
    born = birth_date(cpr)
    if day < born:
        raise CprDateError("The day is before the birth.")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_replacement(cpr: str) -> bool:
    """Tell whether the number is a replacement number, as every fictitious person's is."""
    return int(cpr[:2]) > REPLACEMENT_DAY


def _century(seventh_digit: int, year: int) -> int:
    """Return the first year of the century that the seventh digit and the two-digit year mean together."""
    if seventh_digit <= 3:
        return 1900
    if seventh_digit in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
