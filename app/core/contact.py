"""Telephone numbers and e-mail addresses as people write them: judged, brought to one form, and masked.

Pure: no network and no DNS. What is wrong has a code; the words for it belong to the pages.
"""

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers
from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

LONGEST_NUMBER = 64
LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3

_NUMBER = re.compile(r"\+?[0-9 ()./-]+")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_MOBILE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
_LANDLINE = {PhoneNumberType.FIXED_LINE, PhoneNumberType.VOIP}
_COSTLY = {PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER}


class ContactError(ValueError):
    """A number or address that cannot be used. `code` says why.

    Both: empty, too_long, control_characters. Numbers: not_a_number, too_short, bad_country, premium, not_mobile.
    Addresses: no_at, bad_name (before the @), bad_domain (after it).
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class MaskedMobile:
    """A number to be recognised by its owner only: `•• •• •• 42`, and `42` for a sentence that is read aloud."""

    shown: str
    ending: str


@dataclass(frozen=True)
class MaskedEmail:
    """An address to be recognised by its owner only: `m•••@example.dk`, and its `first` letter and `domain`."""

    shown: str
    first: str
    domain: str


def parse_mobile(text: str, default_region: str = "DK", *, allow_landline: bool = False) -> str:
    """The number in E.164 form. Without + or 00 it is one of `default_region`.

    Where a country's landlines cannot be told from its mobiles (Denmark), both are taken. Raises ContactError.
    """
    number = _number(_plain(text, LONGEST_NUMBER), default_region)
    if phonenumbers.region_code_for_country_code(number.country_code) == "001":
        raise ContactError("premium")  # of no country: satellites, +979 ...; a call there costs as a premium one
    kind = phonenumbers.number_type(number)
    if kind in _COSTLY:
        raise ContactError("premium")
    if not phonenumbers.is_valid_number(number):
        raise ContactError("not_a_number")
    if kind not in _MOBILE and not (allow_landline and kind in _LANDLINE):
        raise ContactError("not_mobile")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def parse_email(text: str) -> str:
    """The address with its domain in lower case (æøå kept). Raises ContactError.

    Letters outside ASCII before the @ are refused: too few mail servers take them (RFC 6531).
    """
    address = _plain(text, LONGEST_EMAIL)
    if "@" not in address:
        raise ContactError("no_at")
    try:
        return _valid(address).normalized
    except EmailNotValidError:
        pass
    try:
        _valid("a@" + address.rsplit("@", 1)[1])
    except EmailNotValidError:
        raise ContactError("bad_domain") from None
    raise ContactError("bad_name")


def ascii_email(address: str) -> str:
    """A parsed address as every mail server takes it: its domain in IDNA form. Raises ContactError."""
    return _valid(parse_email(address)).ascii_email or address


def mask_mobile(number: str) -> MaskedMobile:
    """Hides all of an E.164 number but its last two digits, and the country code of a foreign one."""
    ending = number[-2:]
    try:
        country = phonenumbers.parse(number).country_code
    except NumberParseException:
        country = None
    foreign = f"+{country} " if country not in (None, 45) else ""
    return MaskedMobile(shown=f"{foreign}•• •• •• {ending}", ending=ending)


def mask_email(address: str) -> MaskedEmail:
    """Hides all before the @ but the first letter, and always by three dots: the length tells nothing."""
    name, _, domain = address.rpartition("@")
    return MaskedEmail(shown=f"{name[:1]}•••@{domain}", first=name[:1], domain=domain)


def _plain(text: str, longest: int) -> str:
    """Without blanks and invisible marks at the ends (address books paste U+202A and U+202C there)."""
    if len(text) > 4 * longest:
        raise ContactError("too_long")
    start, end = 0, len(text)
    while start < end and _invisible(text[start]):
        start += 1
    while end > start and _invisible(text[end - 1]):
        end -= 1
    kept = text[start:end]
    if not kept:
        raise ContactError("empty")
    if any(unicodedata.category(mark)[0] == "C" or mark in "\u2028\u2029" for mark in kept):
        raise ContactError("control_characters")
    if len(kept) > longest:
        raise ContactError("too_long")
    return kept


def _invisible(mark: str) -> bool:
    return mark.isspace() or unicodedata.category(mark) == "Cf"


def _number(text: str, default_region: str) -> phonenumbers.PhoneNumber:
    written = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())
    if not _NUMBER.fullmatch(written.replace("(+", "+(").replace(" ", "")):
        raise ContactError("not_a_number")  # letters too: "ring til mig" is no number though keypads could dial it
    if written.startswith("00"):
        written = "+" + written[2:]
    try:
        number = phonenumbers.parse(written, default_region)
    except NumberParseException as error:
        raise ContactError(_PARSE_ERRORS.get(error.error_type, "not_a_number")) from None
    fault = _LENGTHS.get(phonenumbers.is_possible_number_with_reason(number))
    if fault:
        raise ContactError(fault)
    return number


_PARSE_ERRORS = {
    NumberParseException.INVALID_COUNTRY_CODE: "bad_country",
    NumberParseException.TOO_SHORT_NSN: "too_short",
    NumberParseException.TOO_SHORT_AFTER_IDD: "too_short",
    NumberParseException.TOO_LONG: "too_long",
}
_LENGTHS = {
    ValidationResult.TOO_SHORT: "too_short",
    ValidationResult.TOO_LONG: "too_long",
    ValidationResult.INVALID_COUNTRY_CODE: "bad_country",
}


def _valid(address: str) -> ValidatedEmail:
    return validate_email(address, check_deliverability=False, allow_smtputf8=False)
