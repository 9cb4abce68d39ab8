"""The audit trail: append-only, chained by a keyed digest.

`record` notes an event in the running transaction; the database appends it when the transaction commits. Details
hold ids and plain facts, never a secret, a name or a CPR number.
"""

import hashlib
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


def record(db: DbSession, kind: str, citizen_id: str | None = None, /, **detail: Any) -> None:
    """Note that something happened; it is kept if and only if the transaction is."""
    db.info.setdefault("events", []).append((clock.now(), kind, citizen_id, detail))


def append_recorded(db: DbSession) -> None:
    """Append what `record` noted to the chain. The head row is locked meanwhile, so the order is total."""
    noted = db.info.pop("events", None)
    if not noted:
        return
    keys: Keys = db.info["keys"]
    head = db.scalar(select(EventHead).where(EventHead.id == 1).with_for_update())
    if head is None:
        head = EventHead(id=1, number=0, digest="")
        db.add(head)
    for at, kind, citizen_id, detail in noted:
        head.number += 1
        head.digest = _link(keys, head.digest, head.number, at, kind, citizen_id, detail)
        db.add(Event(number=head.number, at=at, kind=kind, citizen_id=citizen_id, detail=detail, digest=head.digest))
    db.flush()


def of_citizen(db: DbSession, citizen_id: str, limit: int = 50, before: int | None = None) -> Sequence[Event]:
    """The newest events of a citizen, newest first; `before` is an event number to page on from."""
    query = select(Event).where(Event.citizen_id == citizen_id).order_by(Event.number.desc()).limit(limit)
    return db.scalars(query.where(Event.number < before) if before else query).all()


@dataclass(frozen=True)
class Broken:
    """The first event that does not fit the chain."""

    number: int
    reason: str


def verify(db: DbSession) -> Broken | None:
    """Walk the whole chain; name the first altered, missing or reordered event, or None."""
    keys: Keys = db.info["keys"]
    previous, expected = "", 1
    for event in db.scalars(select(Event).order_by(Event.number).execution_options(yield_per=1000)):
        if event.number != expected:
            return Broken(expected, "missing")
        link = _link(keys, previous, event.number, event.at, event.kind, event.citizen_id, event.detail)
        if not hmac.compare_digest(link, event.digest):
            return Broken(event.number, "altered")
        previous, expected = event.digest, expected + 1
    head = db.get(EventHead, 1)
    last = head.number if head else 0
    if last != expected - 1 or (head and head.digest != previous):
        return Broken(expected, "missing")
    return None


def _link(
    keys: Keys,
    previous: str,
    number: int,
    at: datetime,
    kind: str,
    citizen_id: str | None,
    detail: dict[str, Any],
) -> str:
    line = json.dumps([previous, number, at.isoformat(), kind, citizen_id, detail], sort_keys=True)
    return hmac.new(keys.derive("audit"), line.encode(), hashlib.sha256).hexdigest()
