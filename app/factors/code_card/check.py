"""The code card: 148 numbers, each with a code of six digits that is used once.

Codes are derived from a key that is not in the database (HMAC-SHA-256 over card and position), so there is nothing to
steal from it. The question is sticky: the same number is asked, across sessions and restarts, until it is answered;
else a thief with a photograph of part of the card could ask until a number that he has comes up (20 of 148 keys:
one question 13.5 %, five questions 52 %). `data["used"]` is a bitmap of the used positions as hexadecimal.
"""

import hmac
import secrets
from collections.abc import Mapping

from sqlalchemy import select

from app.core import notices
from app.core.crypto import Keys
from app.core.factor import RIGHT, Check, Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of

SIZE = 148
FEW = 20
CODE_DIGITS = 6


def prepare(context: Context, credential: Credential, _given: Mapping[str, str]) -> None:
    """Issue a card: a random serial from which its numbers and codes are derived."""
    serial = f"K{secrets.randbelow(10**9):09d}"
    credential.data = {"serial": serial, "used": "0", "asked": None}


def ask(_context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """Ask the number that waits for its answer, or draw an unused one."""
    assert credential is not None
    asked = credential.data.get("asked")
    if asked is None:
        free = [position for position in range(SIZE) if not is_used(credential, position)]
        if not free:
            return {"position": None}
        asked = secrets.choice(free)
        credential.data = {**credential.data, "asked": asked}
    return {"position": asked}


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """Judge the code for the number that was asked; a right one is used up, and the next number is free to be asked.

    The citizen is told once when few are left: the number of used codes only rises.
    """
    code = given.get("code", "")
    position = credential.data.get("asked")
    if position is None or position != question.get("position"):
        return Check("void", counts=False)
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    keys = keys_of(context.db)
    if not hmac.compare_digest(code, code_at(keys, credential, position)):
        return Check("other_card" if _stands_on_another(context, credential, position, code) else "wrong")
    used = int(credential.data["used"], 16) | 1 << position
    credential.data = {**credential.data, "used": f"{used:x}", "asked": None}
    if left(credential) == 0:
        credential.data = {**credential.data, "spent": True}
    if left(credential) == FEW and context.citizen is not None:
        notices.send(context.db, context.citizen, "code_card.few_left")
    return RIGHT


def _stands_on_another(context: Context, credential: Credential, position: int, code: str) -> bool:
    """True where another card of this citizen has this code at the place that was asked: the wrong card was read.

    It counts as any wrong answer; only the words differ.
    """
    cards = Credential.citizen_id == credential.citizen_id, Credential.kind == credential.kind
    others = context.db.scalars(select(Credential).where(*cards, Credential.id != credential.id))
    keys = keys_of(context.db)
    return any(hmac.compare_digest(code, code_at(keys, one, position)) for one in others if "serial" in one.data)


def numbers(keys: Keys, credential: Credential) -> list[str]:
    """The card's 148 four-digit numbers, rising: position 0 has the lowest."""
    drawn: dict[str, None] = {}
    key = _key(keys, credential, "number")
    for counter in range(20 * SIZE):
        drawn[f"{_draw(key, counter) % 10_000:04d}"] = None
        if len(drawn) == SIZE:
            return sorted(drawn)
    raise AssertionError("148 of 10,000 numbers are always found")


def code_at(keys: Keys, credential: Credential, position: int) -> str:
    """The code of six digits at a position."""
    return f"{_draw(_key(keys, credential, 'code'), position) % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def table(keys: Keys, credential: Credential) -> list[tuple[str, str, bool]]:
    """The whole card: number, code, and whether it is used."""
    return [
        (number, code_at(keys, credential, position), is_used(credential, position))
        for position, number in enumerate(numbers(keys, credential))
    ]


def is_used(credential: Credential, position: int) -> bool:
    """True where the code at this position has been used."""
    return bool(int(credential.data["used"], 16) >> position & 1)


def left(credential: Credential) -> int:
    """How many codes are left."""
    return SIZE - int(credential.data["used"], 16).bit_count()


def _key(keys: Keys, credential: Credential, what: str) -> bytes:
    """The card's key. The credential's id is in it: of a million serials with nine digits some are the same."""
    return keys.derive("code_card", credential.id, credential.data["serial"], what)


def _draw(key: bytes, counter: int) -> int:
    """A number of 64 bits: modulo 10^6 its bias is below 1e-13."""
    return int.from_bytes(hmac.digest(key, str(counter).encode(), "sha256")[:8], "big")
