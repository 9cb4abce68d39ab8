"""What every field of the legacy directory must look like: one small check a field.

A check takes the field's name and its JSON value and returns the value to keep, or raises FieldError with a
sentence that names the field and never repeats the value.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.core.cpr import CprError, parse_cpr

KEYS_ON_A_CARD = 148
LONGEST_NAME = 200
# A stored hash decides what a log-on costs: one that asks for more than this is refused, not computed.
MOST_ARGON2_MEMORY_KIB = 256 * 1024
MOST_ARGON2_PASSES = 10
MOST_ARGON2_LANES = 8

_NEMID_NUMBER = re.compile(r"[0-9]{9}")
_CARD_NUMBER = re.compile(r"[A-Z][0-9]{9}")
_CPR = re.compile(r"[0-9]{10}")
_KEY_NUMBER = re.compile(r"[0-9]{4}")
_KEY = re.compile(r"[0-9]{6}")
_USER_ID = re.compile(r"""[a-zæøå0-9 {}!#"$'%&^,*()_+\-=:;?.@]{5,48}""")
_ARGON2ID = re.compile(
    r"\$argon2id\$v=19\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,3}),p=([1-9][0-9]{0,2})"
    r"\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})"
)
# Invisible characters that reorder or break the text around them (UAX #9, UAX #14).
_UNFIT_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class FieldError(ValueError):
    """A field is missing, unknown or wrong; the message is the reason, fit to be shown to the operator."""


@dataclass(frozen=True, slots=True)
class LegacyCard:
    """A code card of the old scheme: four-digit numbers in order, their six-digit keys, the numbers used."""

    card_number: str = field(repr=False)
    keys: Mapping[str, str] = field(repr=False)
    used: tuple[str, ...] = field(repr=False)

    @property
    def unused(self) -> list[str]:
        """The numbers whose keys can still be asked for, in the card's order."""
        gone = set(self.used)
        return [number for number in self.keys if number not in gone]


Check = Callable[[str, Any], Any]


def need_fields(values: Mapping[str, Any], wanted: Collection[str], *, within: str) -> None:
    """Raise FieldError unless values has exactly the wanted fields; `within` is a prefix such as "card."."""
    for name in wanted:
        if name not in values:
            raise FieldError(f"{within}{name} is missing.")
    for name in values:
        if name not in wanted:
            # The name itself may be misplaced content: it is repeated only if it can be no number or secret.
            if re.fullmatch(r"[a-z][a-z_]{0,39}", name):
                raise FieldError(f"{within}{name} is not a field of the format.")
            raise FieldError(f"{within.rstrip('.') or 'The line'} has a field that is not in the format.")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise FieldError(f"{name} must be text.")
    return value


def _matching(pattern: re.Pattern[str], wanted: str) -> Check:
    def check(name: str, value: Any) -> str:
        if not pattern.fullmatch(_text(name, value)):
            raise FieldError(f"{name} must be {wanted}.")
        return value

    return check


def _one_of(*allowed: str) -> Check:
    def check(name: str, value: Any) -> str:
        if _text(name, value) not in allowed:
            raise FieldError(f"{name} must be one of: {', '.join(allowed)}.")
        return value

    return check


def _true_or_false(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise FieldError(f"{name} must be true or false.")
    return value


def _cpr(name: str, value: Any) -> str:
    if not _CPR.fullmatch(_text(name, value)):
        raise FieldError(f"{name} must be ten digits without space or hyphen.")
    try:
        return parse_cpr(value)
    except CprError:
        raise FieldError(f"{name} begins with a date that does not exist.") from None


def _user_id(name: str, value: Any) -> str | None:
    """Accept null, or a self-chosen id that can never be taken for a NemID number or a CPR number."""
    if value is None:
        return None
    text = unicodedata.normalize("NFC", _text(name, value))
    if text != text.strip() or not _USER_ID.fullmatch(text.lower()):
        raise FieldError(f"{name} must be null, or 5 to 48 of the characters that a user id may have.")
    digits = re.sub(r"[ \-]", "", text)
    if _NEMID_NUMBER.fullmatch(digits) or _CPR.fullmatch(digits):
        raise FieldError(f"{name} must not look like a NemID number or a CPR number.")
    return text


def _password_hash(name: str, value: Any) -> str:
    match = _ARGON2ID.fullmatch(_text(name, value))
    if not match or not all(_is_base64(part) for part in match.group(4, 5)):
        raise FieldError(f"{name} must be an Argon2id hash in the PHC form, version 19.")
    memory, passes, lanes = (int(part) for part in match.group(1, 2, 3))
    if memory > MOST_ARGON2_MEMORY_KIB or passes > MOST_ARGON2_PASSES or lanes > MOST_ARGON2_LANES:
        raise FieldError(f"{name} asks for more memory, passes or lanes than a log-on may cost.")
    if memory < 8 * lanes:  # RFC 9106 section 3.1: at least eight blocks a lane
        raise FieldError(f"{name} asks for too little memory for its lanes.")
    return value


def _is_base64(text: str) -> bool:
    """Tell whether text is base64 without padding and canonical, as Argon2's decoder demands."""
    try:
        content = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return False
    return base64.b64encode(content).rstrip(b"=") == text.encode("ascii")


def _person_name(*, may_be_empty: bool) -> Check:
    def check(name: str, value: Any) -> str:
        text = unicodedata.normalize("NFC", _text(name, value)).strip()
        if not text and not may_be_empty:
            raise FieldError(f"{name} must not be empty.")
        if len(text) > LONGEST_NAME:
            raise FieldError(f"{name} is longer than {LONGEST_NAME} characters.")
        if any(unicodedata.category(character) in _UNFIT_CATEGORIES for character in text):
            raise FieldError(f"{name} has a character that cannot be shown.")
        return text

    return check


def _card(name: str, value: Any) -> LegacyCard:
    if not isinstance(value, dict):
        raise FieldError(f"{name} must be an object.")
    need_fields(value, _CARD_FIELDS, within=f"{name}.")
    card = LegacyCard(**{part: check(f"{name}.{part}", value[part]) for part, check in _CARD_FIELDS.items()})
    if not card.keys.keys() >= set(card.used):
        raise FieldError(f"{name}.used names a key that is not on the card.")
    return card


def _keys(name: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise FieldError(f"{name} must be an object.")
    if len(value) != KEYS_ON_A_CARD:
        raise FieldError(f"{name} must have {KEYS_ON_A_CARD} keys.")
    for number, key in value.items():
        if not _KEY_NUMBER.fullmatch(number):
            raise FieldError(f"{name} must have numbers of four digits.")
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            raise FieldError(f"{name} must have keys that are text of six digits.")
    return dict(sorted(value.items()))


def _used(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(number, str) for number in value):
        raise FieldError(f"{name} must be a list of numbers written as text.")
    if len(set(value)) != len(value):
        raise FieldError(f"{name} has the same number twice.")
    return tuple(sorted(value))


_CARD_FIELDS: dict[str, Check] = {
    "card_number": _matching(_CARD_NUMBER, "a capital letter and nine digits"),
    "keys": _keys,
    "used": _used,
}

FIELDS: dict[str, Check] = {
    "nemid_number": _matching(_NEMID_NUMBER, "nine digits"),
    "cpr": _cpr,
    "user_id": _user_id,
    "password_hash": _password_hash,
    "password_kind": _one_of("A", "B"),
    "given_name": _person_name(may_be_empty=False),
    "family_name": _person_name(may_be_empty=True),
    "name_protected": _true_or_false,
    "status": _one_of("active", "locked", "blocked", "awaiting_activation"),
    "language": _one_of("da", "en"),
    "card": _card,
}
