"""User ids of the new scheme: rules, comparison, suggestions.

Rules after MitID: 5 to 48 of the letters a-z æ ø å, digits, space and some marks; no CPR number and not ten digits;
unique and not case-sensitive.
"""

import re
import secrets
import unicodedata

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core.models import Citizen
from app.core.sealed import digest

ALLOWED = re.compile(r"[a-zæøå0-9 {}!#$^,*()_+\-=:;?.@]{5,48}")
TEN_DIGITS = re.compile(r"\d{10}|\d{6}-\d{4}")


def fold(user_id: str) -> str:
    """The form in which user ids are compared: NFC, lower case, no space at the ends."""
    return unicodedata.normalize("NFC", user_id).strip().lower()


def problem(user_id: str) -> str:
    """Why this cannot be a user id: empty, too_short, too_long, characters or cpr; empty text where it can."""
    folded = fold(user_id)
    if not folded:
        return "empty"
    if len(folded) < 5:
        return "too_short"
    if len(folded) > 48:
        return "too_long"
    if TEN_DIGITS.fullmatch(folded.replace(" ", "")):
        return "cpr"
    return "" if ALLOWED.fullmatch(folded) else "characters"


def is_taken(db: DbSession, user_id: str, *, by_other_than: str) -> bool:
    """True where another citizen has this user id."""
    owner = db.scalar(select(Citizen.id).where(Citizen.user_id_digest == digest(db, fold(user_id), "user_id")))
    return owner is not None and owner != by_other_than


def suggest(db: DbSession, name: str, *, citizen_id: str) -> str:
    """A free user id made of the first name and four digits, easy to say and to write."""
    letters = re.sub(r"[^a-zæøå]", "", fold(name).split(" ")[0])[:20] or "borger"
    while True:
        candidate = f"{letters}{secrets.randbelow(9000) + 1000}"
        if not is_taken(db, candidate, by_other_than=citizen_id) and not problem(candidate):
            return candidate
