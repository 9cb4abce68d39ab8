"""The audit trail: append-only, chained by a keyed digest.

Each event changes a running state; the event keeps a digest of it, and the head row alone keeps the state itself. So
whoever can write the database but lacks the key can neither forge a line nor cut lines off the end: the state before
them cannot be found from what is left.

`record` notes an event in the running transaction; the database appends it when the transaction commits. Details
hold ids and plain facts, never a secret, a citizen's name or a CPR number; of a helper the name that the citizen gave.
"""

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import clock
from app.core.crypto import Keys
from app.core.models import Event, EventHead
from app.core.rows import locked_row


def record(db: DbSession, kind: str, citizen_id: str | None = None, /, **detail: Any) -> None:
    """Note that something happened; it is kept if and only if the transaction is."""
    db.info.setdefault("events", []).append((clock.now(), kind, citizen_id, detail))


def append_recorded(db: DbSession) -> None:
    """Append what `record` noted to the chain. The head row is locked meanwhile, so the order is total."""
    noted = db.info.pop("events", None)
    if not noted:
        return
    keys: Keys = db.info["keys"]
    head = locked_row(db, EventHead, 1, id=1, number=0, digest="")
    for at, kind, citizen_id, detail in noted:
        head.number += 1
        head.digest = _next_state(keys, head.digest, head.number, at, kind, citizen_id, detail)
        shown = _digest_of(keys, head.digest)
        db.add(Event(number=head.number, at=at, kind=kind, citizen_id=citizen_id, detail=detail, digest=shown))
    db.flush()


def of_citizen(db: DbSession, citizen_id: str, limit: int = 50, before: int | None = None) -> Sequence[Event]:
    """The newest events of a citizen, newest first; `before` is an event number to page on from."""
    query = select(Event).where(Event.citizen_id == citizen_id).order_by(Event.number.desc()).limit(limit)
    return db.scalars(query.where(Event.number < before) if before else query).all()


def last_moments(db: DbSession, citizen_id: str, kind: str, limit: int = 2) -> Sequence[datetime]:
    """When events of a kind last happened to a citizen, newest first."""
    query = select(Event.at).where(Event.citizen_id == citizen_id, Event.kind == kind)
    return db.scalars(query.order_by(Event.number.desc()).limit(limit)).all()


@dataclass(frozen=True)
class Broken:
    """The first event that does not fit the chain."""

    number: int
    reason: str


def verify(db: DbSession) -> Broken | None:
    """Walk the whole chain; name the first altered, missing or reordered event, or None."""
    keys: Keys = db.info["keys"]
    state, expected = "", 1
    for event in db.scalars(select(Event).order_by(Event.number).execution_options(yield_per=1000)):
        if event.number != expected:
            return Broken(expected, "missing")
        state = _next_state(keys, state, event.number, event.at, event.kind, event.citizen_id, event.detail)
        if not hmac.compare_digest(_digest_of(keys, state), event.digest):
            return Broken(event.number, "altered")
        expected += 1
    head = db.get(EventHead, 1)
    if (head.number, head.digest) != (expected - 1, state) if head else expected > 1:
        return Broken(expected, "missing")
    return None


def _digest_of(keys: Keys, state: str) -> str:
    return hmac.digest(keys.derive("audit", "event"), state.encode(), "sha256").hex()


def _next_state(
    keys: Keys,
    previous: str,
    number: int,
    at: datetime,
    kind: str,
    citizen_id: str | None,
    detail: dict[str, Any],
) -> str:
    line = json.dumps([previous, number, at.isoformat(), kind, citizen_id, detail], sort_keys=True)
    return hmac.digest(keys.derive("audit", "state"), line.encode(), "sha256").hex()
