"""The old scheme's code card (nøglekort): 148 four-digit numbers, each with a key of six digits that is used once.

The keys come readable in the legacy directory and are kept as keyed digests only: an entry is the number and 16 bytes
of HMAC-SHA-256 under a key derived for the card from a root that is not in the database. A million possible keys are
searched in a second by who has that root, and never by who has the database alone.

The question is sticky, as on the new card: the same number is asked, across sessions and restarts, until it is
answered. Leaving a question is no failure. Five wrong keys in a row lock the old identity, as the old scheme did.
"""

import hmac
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, throttle
from app.core.crypto import Keys
from app.core.models import LegacyIdentity
from app.core.proof import Verdict
from app.core.sealed import keys_of, unseal
from app.settings import Settings

NUMBER_DIGITS = 4
KEY_DIGITS = 6
# The old scheme's own limit of wrong keys in a row.
MAX_FAILURES = 5
# The old card's layout: printed in rising order, column by column.
COLUMNS, LINES = 4, 37
_DIGEST_BYTES = 16
_ENTRY_BYTES = NUMBER_DIGITS + _DIGEST_BYTES


class Packed(NamedTuple):
    """A card as `LegacyIdentity` keeps it: `card_keys`, and `used`, a bitmap of positions as hexadecimal."""

    card_keys: bytes
    used: str


@dataclass(frozen=True)
class Asked:
    """The number that is asked, its position (from 0) and where on the printed card it stands (from 1)."""

    number: str
    position: int
    column: int
    line: int


def pack(card_keys: Mapping[str, str], used: Collection[str], keys: Keys, card_number: str) -> Packed:
    """Keep a card of readable keys ({"0123": "456789"}) and its used numbers without anything to read in it."""
    secret = _secret(keys, card_number)
    numbers = sorted(card_keys)
    entries = b"".join(number.encode("ascii") + _digest(secret, number, card_keys[number]) for number in numbers)
    bitmap = sum(1 << position for position, number in enumerate(numbers) if number in used)
    return Packed(entries, f"{bitmap:x}")


def ask(_db: DbSession, identity: LegacyIdentity) -> Asked | None:
    """The number that waits for its key, or else one drawn among the unused; None where no key is left.

    Call it in a write transaction, the identity's row locked: a drawn number is kept on the identity.
    """
    if identity.asked is None:
        free = [position for position in range(size(identity)) if not is_used(identity, position)]
        if not free:
            return None
        identity.asked = secrets.choice(free)
    return asked(_db, identity)


def asked(_db: DbSession, identity: LegacyIdentity) -> Asked | None:
    """The number that waits for its key, or None; changes nothing."""
    position = identity.asked
    if position is None:
        return None
    return Asked(number_at(identity, position), position, position // LINES + 1, position % LINES + 1)


def check(
    db: DbSession, settings: Settings, identity: LegacyIdentity, key_text: str, *, position: int | None = None
) -> Verdict:
    """Judge the key for the number that is asked. The caller holds the identity's row lock (`identities.locked`).

    `position` is what the page asked, so that an answer to a question that another window has answered meanwhile is
    void and not a wrong guess. Reasons: disabled (not active, or just locked), locked (until a time), void,
    malformed (does not count), wrong.
    """
    standing = state_of(identity)
    if standing:
        return standing
    if identity.asked is None or position not in (None, identity.asked):
        return Verdict("void")
    key = "".join(key_text.split()).replace("-", "")
    if len(key) != KEY_DIGITS or not (key.isascii() and key.isdigit()):
        return Verdict("malformed")
    if not _matches(db, identity, identity.asked, key):
        return _count(db, settings, identity)
    throttle.note_right(identity)
    identity.used = f"{int(identity.used, 16) | 1 << identity.asked:x}"
    identity.asked = None
    return Verdict()


def state_of(identity: LegacyIdentity) -> Verdict | None:
    """Why this identity's card cannot be asked just now, or None."""
    if identity.status != "active":
        return Verdict("disabled")
    if identity.locked_until and identity.locked_until > clock.now():
        return Verdict("locked", until=identity.locked_until)
    return None


def size(identity: LegacyIdentity) -> int:
    """How many numbers the card has."""
    return len(identity.card_keys) // _ENTRY_BYTES


def number_at(identity: LegacyIdentity, position: int) -> str:
    """The four-digit number at a position."""
    start = position * _ENTRY_BYTES
    return identity.card_keys[start : start + NUMBER_DIGITS].decode("ascii")


def is_used(identity: LegacyIdentity, position: int) -> bool:
    """True where the key at this position has been used."""
    return bool(int(identity.used, 16) >> position & 1)


def left(identity: LegacyIdentity) -> int:
    """How many keys are left."""
    return size(identity) - int(identity.used, 16).bit_count()


def _count(db: DbSession, settings: Settings, identity: LegacyIdentity) -> Verdict:
    last = throttle.note_wrong(identity, settings, MAX_FAILURES)
    events.record(db, "legacy.wrong_key", identity.citizen_id, identity=identity.id)
    if last:
        identity.status = "locked"
        events.record(db, "legacy.locked", identity.citizen_id, identity=identity.id)
        return Verdict("disabled")
    return Verdict("wrong", until=identity.locked_until, tries_left=MAX_FAILURES - identity.failures)


def _matches(db: DbSession, identity: LegacyIdentity, position: int, key: str) -> bool:
    secret = _secret(keys_of(db), unseal(db, identity.card_number, "legacy.card_number"))
    start = position * _ENTRY_BYTES + NUMBER_DIGITS
    stored = identity.card_keys[start : start + _DIGEST_BYTES]
    return hmac.compare_digest(stored, _digest(secret, number_at(identity, position), key))


def _secret(keys: Keys, card_number: str) -> bytes:
    return keys.derive("legacy_card", card_number)


def _digest(secret: bytes, number: str, key: str) -> bytes:
    return hmac.digest(secret, f"{number}|{key}".encode("ascii"), "sha256")[:_DIGEST_BYTES]
