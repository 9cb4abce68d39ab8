"""Confirming an e-mail address or a mobile number by a code that is sent there."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices, outbox
from app.core.models import Citizen, ContactCode
from app.core.patience import code_time
from app.core.sealed import digest, seal, unseal
from app.settings import Settings

TRIES_A_CODE = 3
SENDS_A_DAY = 10
PAUSE = timedelta(seconds=30)


@dataclass(frozen=True)
class Confirmed:
    """What came of a code. `reason`: empty when right, else wrong, expired, void (three wrong tries) or malformed."""

    reason: str = ""

    @property
    def ok(self) -> bool:
        """True where the address is confirmed now."""
        return not self.reason


def send(
    db: DbSession, settings: Settings, citizen: Citizen, channel: str, value: str, *, patience: int = 1
) -> datetime | None:
    """Send a fresh code to `value` by `channel` ("email" or "sms"); the earlier code is void.

    `patience`: how many times longer it can be used (`app.core.patience`).

    Gives None, or when the next may be sent where it is too soon or too often (nobody's telephone is bombed).
    """
    now = clock.now()
    db.get_one(Citizen, citizen.id, with_for_update=True)  # two first codes at once: one after the other
    row = db.get(ContactCode, (citizen.id, channel), with_for_update=True)
    if row and now - row.sent_at < PAUSE and unseal(db, row.value, "contact.value") == value:
        return row.sent_at + PAUSE
    today = row is not None and now - row.sent_at < timedelta(days=1)
    if row and today and row.sends >= SENDS_A_DAY:
        return row.sent_at + timedelta(days=1)
    code = f"{secrets.randbelow(10**6):06d}"
    sends = row.sends + 1 if row and today else 1
    lifetime = code_time(settings, patience)
    fresh = ContactCode(
        citizen_id=citizen.id,
        channel=channel,
        value=seal(db, value, "contact.value"),
        code_digest=_digest(db, citizen, channel, code),
        tries=0,
        sends=sends,
        sent_at=now,
        expires_at=now + lifetime,
    )
    db.merge(fresh)
    outbox.put(db, channel, value, "contact.code", {"code": code}, citizen=citizen, useful_for=lifetime)
    return None


def pending(db: DbSession, citizen: Citizen, channel: str) -> str:
    """The address or number that waits for its code, or empty."""
    row = db.get(ContactCode, (citizen.id, channel))
    return unseal(db, row.value, "contact.value") if row and row.code_digest else ""


def forget(db: DbSession, citizen: Citizen, channel: str) -> None:
    """The citizen does not want this address confirmed after all."""
    row = db.get(ContactCode, (citizen.id, channel))
    if row is not None:
        row.code_digest = ""


def confirm(db: DbSession, citizen: Citizen, channel: str, code: str) -> Confirmed:
    """Judge a code; when right, the address becomes the citizen's, once."""
    digits = "".join(code.split()).replace("-", "")
    row = db.get(ContactCode, (citizen.id, channel), with_for_update=True)
    if len(digits) != 6 or not (digits.isascii() and digits.isdigit()):
        return Confirmed("malformed")
    if row is None or not row.code_digest or row.tries >= TRIES_A_CODE:
        return Confirmed("void")
    if clock.now() >= row.expires_at:
        return Confirmed("expired")
    row.tries += 1
    if not secrets.compare_digest(row.code_digest, _digest(db, citizen, channel, digits)):
        events.record(db, "contact.wrong_code", citizen.id, channel=channel)
        return Confirmed("wrong" if row.tries < TRIES_A_CODE else "void")
    value = unseal(db, row.value, "contact.value")
    row.code_digest = ""  # used; the row stays, so that a confirmed code does not begin the day's count anew
    set_address(db, citizen, channel, value)
    return Confirmed()


def set_address(db: DbSession, citizen: Citizen, channel: str, value: str) -> None:
    """Give the citizen a confirmed address, or none (empty). The old and the new address are both told."""
    if citizen.status == "active":
        notices.send(db, citizen, "contact.changed", channel=channel)
    if channel == "email":
        citizen.email = seal(db, value, "citizen.email") if value else None
    else:
        citizen.mobile = seal(db, value, "citizen.mobile") if value else None
        citizen.mobile_changed_at = clock.now()
    events.record(db, "contact.changed" if value else "contact.removed", citizen.id, channel=channel)
    if citizen.status == "active" and value:
        notices.send(db, citizen, "contact.changed", channel=channel)


def _digest(db: DbSession, citizen: Citizen, channel: str, code: str) -> str:
    return digest(db, f"{citizen.id}:{channel}:{code}", "contact.code")
