"""The outbox: a message is put here in the transaction that causes it, so it is sent if and only if that happened."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import case, delete, select, update
from sqlalchemy.orm import Session as DbSession

from app.core import clock
from app.core.models import Citizen, OutboxMessage
from app.core.sealed import seal, unseal

CLAIM = timedelta(minutes=2)
KEPT_FOR = timedelta(days=30)
NOBODY = "nobody"


def put(
    db: DbSession,
    channel: str,
    recipient: str,
    purpose: str,
    params: dict[str, Any],
    *,
    citizen: Citizen,
    useful_for: timedelta,
) -> str:
    """Queue a message and give its id. `purpose` names the words; they are found when it is sent."""
    now = clock.now()
    message = OutboxMessage(
        citizen_id=citizen.id,
        channel=channel,
        purpose=purpose,
        language=citizen.language,
        recipient=seal(db, recipient, "outbox.recipient"),
        params=seal(db, json.dumps(params), "outbox.params"),
        created_at=now,
        next_try_at=now,
        useless_after=now + useful_for,
    )
    db.add(message)
    db.flush()
    db.info["messages"] = True
    return message.id


def put_nowhere(
    db: DbSession, channel: str, purpose: str, params: dict[str, Any], *, language: str, useful_for: timedelta
) -> None:
    """Write down a message to nobody: an unknown user costs the same as a known one.

    The worker takes it up like any other, finds no recipient and lets it be.
    """
    now = clock.now()
    message = OutboxMessage(
        channel=channel,
        purpose=purpose,
        language=language,
        recipient=seal(db, "", "outbox.recipient"),
        params=seal(db, json.dumps(params), "outbox.params"),
        created_at=now,
        next_try_at=now,
        useless_after=now + useful_for,
        failure=NOBODY,
    )
    db.add(message)
    db.flush()
    db.info["messages"] = True


def any_due(db: DbSession) -> bool:
    """True where a message waits to be sent now; asked before the write lock is taken."""
    due = select(OutboxMessage.id).where(OutboxMessage.next_try_at <= clock.now()).limit(1)
    return db.scalar(due) is not None


def claim(db: DbSession, limit: int = 20) -> list[OutboxMessage]:
    """Take due messages; while they are being sent no other worker takes them (conditional update each)."""
    now = clock.now()
    due = select(OutboxMessage).where(OutboxMessage.next_try_at <= now).order_by(OutboxMessage.next_try_at)
    taken = []
    for message in db.scalars(due.limit(limit)).all():
        won = db.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == message.id, OutboxMessage.next_try_at == message.next_try_at)
            .values(next_try_at=now + CLAIM, tries=OutboxMessage.tries + 1)
            .execution_options(synchronize_session=False)
        )
        if won.rowcount == 1:  # type: ignore[attr-defined]
            db.refresh(message)
            taken.append(message)
    return taken


def hold(db: DbSession, message_id: str) -> None:
    """The message is still being sent (a call lasts): no other worker takes it for another CLAIM."""
    held = OutboxMessage.id == message_id, OutboxMessage.sent_at.is_(None), OutboxMessage.next_try_at.is_not(None)
    values = {"next_try_at": clock.now() + CLAIM}
    db.execute(update(OutboxMessage).where(*held).values(**values).execution_options(synchronize_session=False))


def settle(db: DbSession, message_id: str, *, keep: bool) -> None:
    """The message was sent. Unless `keep` (the demo), what it said is emptied."""
    failure = case((OutboxMessage.failure == NOBODY, NOBODY), else_="")
    values: dict[str, Any] = {"sent_at": clock.now(), "next_try_at": None, "failure": failure}
    if not keep:
        values["params"] = seal(db, "{}", "outbox.params")
    db.execute(update(OutboxMessage).where(OutboxMessage.id == message_id).values(**values))


def postpone(db: DbSession, message_id: str, next_try_at: Any, failure: str) -> None:
    """The message was not sent; `next_try_at` None gives it up."""
    values: dict[str, Any] = {"next_try_at": next_try_at, "failure": failure[:200]}
    if next_try_at is None:
        values["params"] = seal(db, "{}", "outbox.params")
    db.execute(update(OutboxMessage).where(OutboxMessage.id == message_id).values(**values))


def forget_old(db: DbSession) -> None:
    """Housekeeping: messages that were sent or given up long ago, addresses and all."""
    old = OutboxMessage.created_at < clock.now() - KEPT_FOR
    db.execute(delete(OutboxMessage).where(old, OutboxMessage.next_try_at.is_(None)))


def withdraw(db: DbSession, message_id: str) -> None:
    """Do not send this message any more, where it still waits."""
    waiting = OutboxMessage.id == message_id, OutboxMessage.sent_at.is_(None), OutboxMessage.next_try_at.is_not(None)
    values = {"next_try_at": None, "failure": "withdrawn", "params": seal(db, "{}", "outbox.params")}
    db.execute(update(OutboxMessage).where(*waiting).values(**values).execution_options(synchronize_session=False))


def recipient_of(db: DbSession, message: OutboxMessage) -> str:
    """The address or number, readable."""
    return unseal(db, message.recipient, "outbox.recipient")


def params_of(db: DbSession, message: OutboxMessage) -> dict[str, Any]:
    """What fills the message, readable."""
    params: dict[str, Any] = json.loads(unseal(db, message.params, "outbox.params"))
    return params


def recent(db: DbSession, limit: int = 50) -> Sequence[OutboxMessage]:
    """The newest messages: for the demo's mailbox page."""
    query = select(OutboxMessage).where(OutboxMessage.failure != NOBODY)
    return db.scalars(query.order_by(OutboxMessage.created_at.desc()).limit(limit)).all()
