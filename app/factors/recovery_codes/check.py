"""Recovery codes: ten codes of ten digits, each used once, for the day when nothing else is at hand.

They are derived from a key that is not in the database, as the code card's are. Any unused one is right: ten of 10^10,
so ten wrong tries find one with a chance of 1e-8. `data["used"]` is a bitmap of the used ones as hexadecimal.
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

KIND = "recovery_codes"
SIZE = 10
FEW = 3
CODE_DIGITS = 10


def prepare(_context: Context, credential: Credential, _given: Mapping[str, str]) -> None:
    """Draw a serial from which the codes are derived."""
    credential.data = {"serial": secrets.token_hex(16), "used": "0"}


def ask(_context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """Any unused code does; while they are being set up, a certain one: it shows that the list was kept."""
    assert credential is not None
    if credential.status == "pending":
        return {"number": secrets.randbelow(SIZE) + 1}
    return {"left": left(credential)}


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """Judge a code. A right one is used up and the citizen is told; the one that proves the list is not."""
    code = given.get("code", "")
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    found = position_of(keys_of(context.db), credential, code)
    if credential.status == "pending":
        return RIGHT if found is not None and found + 1 == question.get("number") else Check("wrong")
    if found is None:
        return Check("other_card" if _is_of_another(context, credential, code) else "wrong")
    if is_used(credential, found):
        return Check("used", counts=False)
    credential.data = {**credential.data, "used": f"{int(credential.data['used'], 16) | 1 << found:x}"}
    _tell(context, credential)
    return RIGHT


def codes(keys: Keys, credential: Credential) -> list[str]:
    """The ten codes in their order."""
    return [_code_at(keys, credential, position) for position in range(SIZE)]


def table(keys: Keys, credential: Credential) -> list[tuple[str, str, bool]]:
    """The list: number, code, and whether it is used."""
    found = codes(keys, credential)
    return [(str(number + 1), code, is_used(credential, number)) for number, code in enumerate(found)]


def position_of(keys: Keys, credential: Credential, code: str) -> int | None:
    """Where a code stands on the list, or None. Every code is compared, whichever is right."""
    right = [position for position, own in enumerate(codes(keys, credential)) if hmac.compare_digest(own, code)]
    return right[0] if right else None


def is_used(credential: Credential, position: int) -> bool:
    """True where the code at this position has been used."""
    return bool(int(credential.data["used"], 16) >> position & 1)


def left(credential: Credential) -> int:
    """How many codes are left."""
    return SIZE - int(credential.data["used"], 16).bit_count()


def _tell(context: Context, credential: Credential) -> None:
    if context.citizen is None:
        return
    notices.send(context.db, context.citizen, "recovery_codes.used")
    if left(credential) == FEW:
        notices.send(context.db, context.citizen, "recovery_codes.few_left")


def _is_of_another(context: Context, credential: Credential, code: str) -> bool:
    """True where the code stands on an older list of the same citizen."""
    query = select(Credential).where(Credential.citizen_id == credential.citizen_id, Credential.kind == KIND)
    others = [item for item in context.db.scalars(query) if item.id != credential.id and "serial" in item.data]
    return any(position_of(keys_of(context.db), item, code) is not None for item in others[-SIZE:])


def _code_at(keys: Keys, credential: Credential, position: int) -> str:
    drawn = keys.derive("recovery_codes", credential.id, credential.data["serial"], str(position))
    return f"{int.from_bytes(drawn[:16], 'big') % 10**CODE_DIGITS:0{CODE_DIGITS}d}"
