"""What whoever got a message says of it. `not_asked`: they did not ask for it, so somebody else is logging on."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import events, notices, sessions
from app.core.context import Core
from app.core.models import Citizen, Credential, OutboxMessage, Session
from app.core.patience import fresh_time


def report(core: Core, reference: str, what: str) -> None:
    """End what the message was for: its code is void, and the log-on that asked for it is over; the citizen is told.

    `reference` is the message's id. The event is named after the message: `audio.code` gives `audio.not_asked`. Of a
    number that is being tried out nobody logs on: there the code is void, and it is noted. Raises ValueError.
    """
    if what != "not_asked":
        raise ValueError("a message can be reported as not asked for, only")
    with core.database.write() as db:
        message = db.get(OutboxMessage, reference)
        if message is None or message.citizen_id is None:
            return
        # Locks are taken in one order everywhere: session, citizen, credential.
        open_ones = _open_sessions(db, message.citizen_id)
        citizen = db.get_one(Citizen, message.citizen_id, with_for_update=True)
        credential = _voided(core, db, citizen, reference, what)
        subject = message.purpose.partition(".")[0]
        if credential is not None and credential.status == "pending":
            events.record(db, f"{subject}.wrong_number", citizen.id, credential=credential.id)
            return
        ended = [session for session in open_ones if _is_of(core, session, message)]
        for session in ended:
            sessions.revoke(session)
        events.record(db, f"{subject}.{what}", citizen.id, message=reference, ended=len(ended))
        notices.send(db, citizen, f"{subject}.{what}")


def _open_sessions(db: DbSession, citizen_id: str) -> Sequence[Session]:
    query = select(Session).where(Session.citizen_id == citizen_id, Session.revoked_at.is_(None))
    return db.scalars(query.order_by(Session.id).with_for_update()).all()


def _voided(core: Core, db: DbSession, citizen: Citizen, reference: str, what: str) -> Credential | None:
    """The credential whose open code the message spoke; its factor has made the code void. None: used or too old.

    A factor that sends messages may have `reported(context, credential, reference, what) -> bool`.
    """
    query = select(Credential).where(Credential.citizen_id == citizen.id, Credential.status.in_(("active", "pending")))
    for credential in db.scalars(query.order_by(Credential.id).with_for_update()).all():
        reported = getattr(core.factors[credential.kind], "reported", None)
        if reported and reported(core.context(db, citizen), credential, reference, what):
            return credential
    return None


def _is_of(core: Core, session: Session, message: OutboxMessage) -> bool:
    """True where the session asked for the message, or was proven since: then by its code, for all we know."""
    question = (session.challenge or {}).get("question") or {}
    if message.id in question.values():
        return True
    fresh = fresh_time(core.settings, session.patience)
    return session.fresh_until is not None and session.fresh_until - fresh >= message.created_at
