"""Recovering what is lost: who may ask, how long it waits, who may stop it, and what it opens.

requested -> waiting -> ready -> done | stopped | expired

One recovery a citizen. It opens at the earliest `recovery_wait_hours` after it was asked for, and every step is told
on every channel, so a citizen who did not ask has the time to stop it: "this was not me" works at once, by the code in
the message or when logged on. It gives no log-on and no level: a password recovery lets a new password be set (a
factor is still asked at the log-on), a factor recovery lets a new factor be activated, capped below High.

Codes are derived from a key that is not in the database and from the recovery's serial: there is none to steal.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import JSON, ForeignKey, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices, outbox
from app.core.models import Base, Citizen, Digest, Id, Moment, Session, new_id
from app.core.sealed import digest, keys_of, unseal
from app.settings import Settings

PASSWORD, FACTOR = "password", "factor"
# The proofs that are needed to ask, and to come back after the wait: each of these sets is enough.
TO_ASK = {PASSWORD: ({"channel", "factor"},), FACTOR: ({"password"},)}
TO_OPEN = {PASSWORD: ({"browser"}, {"code"}), FACTOR: ({"code", "password"}, {"code", "channel"})}
LASTS = {PASSWORD: timedelta(days=7), FACTOR: timedelta(days=30)}
BETWEEN_LETTERS = timedelta(days=1)
LETTER_USEFUL = timedelta(days=7)
CODE_DIGITS, STOP_DIGITS = 12, 10
STAGES = ("recovery", "recovered")


class Recovery(Base):
    """The newest recovery of a citizen. `status`: waiting, done or stopped; whether it is ready the clock says."""

    __tablename__ = "recovery"

    citizen_id: Mapped[str] = mapped_column(ForeignKey("citizen.id"), primary_key=True)
    serial: Mapped[str] = mapped_column(Id, default=new_id)
    kind: Mapped[str] = mapped_column(String(16))
    status: Mapped[str] = mapped_column(String(16), default="waiting")
    proofs: Mapped[list[str]] = mapped_column(JSON, default=list)
    stop_digest: Mapped[str | None] = mapped_column(Digest, unique=True)
    device_digest: Mapped[str | None] = mapped_column(Digest)
    requested_at: Mapped[datetime] = mapped_column(Moment)
    ready_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class NotProven(Exception):
    """Fewer proofs than this needs."""


@dataclass
class NotOpen(Exception):
    """It cannot be used. `standing`: none, waiting, expired, stopped or done; `until`: when the wait is over."""

    standing: str
    until: datetime | None = None


@dataclass
class TooSoon(Exception):
    """A letter was ordered a short time ago. `until`: when the next may be."""

    until: datetime


def request(
    db: DbSession,
    settings: Settings,
    citizen: Citizen,
    kind: str,
    proofs: Collection[str],
    *,
    device: str = "",
    letter: str = "",
    session: str = "",
) -> Recovery:
    """Begin a recovery and tell the citizen; an earlier one ends, and the wait begins anew.

    `device`: the browser that may come back without a code. `letter`: the form of the letter that brings the code
    (print, large, braille or audio). `session`: the one that asks; it stays when those of an earlier recovery end.
    Raises NotProven, TooSoon.
    """
    now = clock.now()
    db.get_one(Citizen, citizen.id, with_for_update=True)
    if citizen.status != "active" or not _enough(TO_ASK[kind], proofs):
        raise NotProven(kind)
    earlier = of(db, citizen.id)
    open_letter = earlier is not None and earlier.kind == kind == FACTOR and earlier.status == "waiting"
    if open_letter and earlier and now - earlier.requested_at < BETWEEN_LETTERS:
        raise TooSoon(earlier.requested_at + BETWEEN_LETTERS)
    if earlier is not None:
        _end_sessions(db, citizen.id, keep=session)
        db.delete(earlier)
        db.flush()
    row = Recovery(
        citizen_id=citizen.id,
        serial=new_id(),
        kind=kind,
        status="waiting",
        proofs=sorted(proofs),
        device_digest=digest(db, device, "recovery.device") if device and kind == PASSWORD else None,
        requested_at=now,
        ready_at=now + timedelta(hours=settings.recovery_wait_hours),
        expires_at=now + max(LASTS[kind], timedelta(hours=2 * settings.recovery_wait_hours)),
    )
    row.stop_digest = digest(db, stop_code_of(db, row), "recovery.stop")
    db.add(row)
    db.flush()
    events.record(db, f"recovery.{kind}", citizen.id, proofs=row.proofs, letter=letter)
    told = {"ready_at": row.ready_at.isoformat(), "stop_code": stop_code_of(db, row)}
    notices.send(db, citizen, f"recovery.{kind}", **told)
    if letter:
        _post(db, citizen, row, letter)
    return row


def of(db: DbSession, citizen_id: str) -> Recovery | None:
    """The citizen's newest recovery, its row locked, or None."""
    return db.get(Recovery, citizen_id, with_for_update=True, populate_existing=True)


def standing(row: Recovery | None) -> str:
    """How it stands now: none, waiting, ready, expired, stopped or done."""
    if row is None:
        return "none"
    now = clock.now()
    if row.status != "waiting":
        return row.status
    if now >= row.expires_at:
        return "expired"
    return "ready" if now >= row.ready_at else "waiting"


def under_way(db: DbSession, citizen_id: str) -> Recovery | None:
    """The recovery that is waiting or ready, or None. Locks nothing."""
    row = db.get(Recovery, citizen_id)
    return row if standing(row) in ("waiting", "ready") else None


def open_(db: DbSession, citizen: Citizen, proofs: Collection[str]) -> Recovery:
    """Come back after the wait. The caller opens the session that may `finish`. Raises NotProven, NotOpen."""
    row = of(db, citizen.id)
    if row is None or citizen.status != "active":
        raise NotOpen("none")
    if not _enough(TO_OPEN[row.kind], proofs):
        raise NotProven(row.kind)
    now_at = standing(row)
    if now_at != "ready":
        raise NotOpen(now_at, row.ready_at if now_at == "waiting" else None)
    events.record(db, "recovery.opened", citizen.id, recovery=row.kind, proofs=sorted(proofs))
    notices.send(db, citizen, "recovery.opened", stop_code=stop_code_of(db, row))
    return row


def finish(db: DbSession, citizen: Citizen, serial: str) -> None:
    """What was lost has been replaced: the recovery is used up. Raises NotOpen where it was stopped meanwhile."""
    row = of(db, citizen.id)
    now_at = standing(row)
    if row is None or row.serial != serial or now_at not in ("ready", "expired") or citizen.status != "active":
        raise NotOpen(now_at)
    _end(row, "done")
    events.record(db, "recovery.done", citizen.id, recovery=row.kind)


def stop(db: DbSession, citizen: Citizen, cause: str) -> bool:
    """This was not me: void at once, with every session that it opened. False where none is under way."""
    row = of(db, citizen.id)
    if row is None or row.status != "waiting":
        return False
    _end(row, "stopped")
    _end_sessions(db, citizen.id)
    events.record(db, "recovery.stopped", citizen.id, recovery=row.kind, cause=cause)
    notices.send(db, citizen, "recovery.stopped")
    return True


def stop_by_code(db: DbSession, code: str) -> Citizen | None:
    """Stop the recovery that a message's code speaks of; gives whose it was, or None for an unknown code."""
    found = db.scalar(select(Recovery.citizen_id).where(Recovery.stop_digest == digest(db, code, "recovery.stop")))
    citizen = db.get(Citizen, found, with_for_update=True) if found else None
    return citizen if citizen and stop(db, citizen, "code") else None


def forget(db: DbSession, citizen_id: str) -> None:
    """The eID is closed: nothing of it is kept but the audit trail."""
    _end_sessions(db, citizen_id)
    db.execute(delete(Recovery).where(Recovery.citizen_id == citizen_id))


def code_of(db: DbSession, row: Recovery) -> str:
    """The code to come back with, of 12 digits: in the letter, or shown to the browser that asked."""
    return _derived(db, row, "code", CODE_DIGITS)


def stop_code_of(db: DbSession, row: Recovery) -> str:
    """The code that stops it, of 10 digits: in every message about it."""
    return _derived(db, row, "stop", STOP_DIGITS)


def is_same_browser(db: DbSession, row: Recovery, device: str) -> bool:
    """True where this browser asked for the recovery."""
    return bool(device) and row.device_digest == digest(db, device, "recovery.device")


def _derived(db: DbSession, row: Recovery, what: str, digits: int) -> str:
    drawn = keys_of(db).derive("recovery", row.citizen_id, row.serial, what)
    return f"{int.from_bytes(drawn[:16], 'big') % 10**digits:0{digits}d}"


def _post(db: DbSession, citizen: Citizen, row: Recovery, form: str) -> None:
    """The letter goes to the address that the CPR register has, so the CPR number is its recipient."""
    said = {
        "form": form,
        "name": unseal(db, citizen.name, "citizen.name"),
        "code": code_of(db, row),
        "stop_code": stop_code_of(db, row),
        "ready_at": row.ready_at.isoformat(),
        "expires_at": row.expires_at.isoformat(),
    }
    cpr = unseal(db, citizen.cpr, "citizen.cpr")
    outbox.put(db, "letter", cpr, "recovery.letter", said, citizen=citizen, useful_for=LETTER_USEFUL)


def _enough(sets: Collection[set[str]], proofs: Collection[str]) -> bool:
    return any(needed <= set(proofs) for needed in sets)


def _end(row: Recovery, status: str) -> None:
    row.status, row.ended_at = status, clock.now()


def _end_sessions(db: DbSession, citizen_id: str, keep: str = "") -> None:
    theirs = (
        Session.citizen_id == citizen_id,
        Session.stage.in_(STAGES),
        Session.id != keep,
        Session.revoked_at.is_(None),
    )
    db.execute(update(Session).where(*theirs).values(revoked_at=clock.now(), challenge=None, enrolment=None))
