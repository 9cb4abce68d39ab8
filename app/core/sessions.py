"""Server-side sessions: opaque, revocable, rotated at every change of privilege.

The browser holds a random token; the database only its keyed digest. A session ends after a time without use and
after an absolute time; the citizen is warned before, and can stay (WCAG 2.2.1: at least ten times). `patience` is how
many times longer the time without use is for who asked for more time; the absolute time is the same for everybody.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session as DbSession

from app.core import clock
from app.core.assurance import Level
from app.core.models import Citizen, Session
from app.core.patience import LONGEST_IDLE_AT_HIGH, fresh_time
from app.core.sealed import digest
from app.settings import Settings

UNFINISHED = ("password", "passkey", "legacy", "crossing", "recovery", "recovered")
SEEN_STEP = timedelta(minutes=1)


def create(db: DbSession, settings: Settings, stage: str, **values: object) -> tuple[str, Session]:
    """A new session at `stage`; gives the token for the cookie, and the row."""
    now = clock.now()
    token = secrets.token_urlsafe(32)
    values.setdefault("patience", 1)
    session = Session(token_digest=digest(db, token, "session"), stage=stage, created_at=now, **values)
    _set_limits(session, settings, now)
    db.add(session)
    db.flush()
    return token, session


def find(db: DbSession, token: str, *, lock: bool = False) -> Session | None:
    """The session of a token, ended or not, or None."""
    query = select(Session).where(Session.token_digest == digest(db, token, "session"))
    return db.scalar(query.with_for_update() if lock else query)


def find_with_citizen(db: DbSession, token: str) -> tuple[Session, Citizen | None] | None:
    """The session of a token, and whose it is, in one query; or None."""
    query = select(Session, Citizen).outerjoin(Citizen, Citizen.id == Session.citizen_id)
    row = db.execute(query.where(Session.token_digest == digest(db, token, "session"))).first()
    return (row[0], row[1]) if row else None


def is_alive(session: Session) -> bool:
    """True where the session is neither revoked nor ended."""
    now = clock.now()
    return session.revoked_at is None and now < session.idle_until and now < session.ends_at


def ends(session: Session) -> datetime:
    """When the session ends if nothing more is done."""
    return min(session.idle_until, session.ends_at)


def needs_touch(session: Session) -> bool:
    """True where the last noted use is old enough to be worth a write."""
    return clock.now() - session.seen_at > SEEN_STEP


def extend(session: Session, settings: Settings) -> None:
    """The citizen is there: start the idle time anew. The absolute limit of a log-on stays."""
    now = clock.now()
    session.seen_at = now
    session.idle_until = now + _idle(session, settings)
    if session.stage in UNFINISHED:
        session.ends_at = max(session.ends_at, session.idle_until)


def rotate(db: DbSession, session: Session, settings: Settings, stage: str) -> str:
    """Change of privilege: a new token, the old one is dead. Gives the new token.

    A new stage has a new absolute limit; a fresh proof within one does not put it off.
    """
    token = secrets.token_urlsafe(32)
    session.token_digest = digest(db, token, "session")
    absolute = session.ends_at if stage == session.stage else None
    session.stage = stage
    _set_limits(session, settings, clock.now())
    session.ends_at = absolute or session.ends_at
    return token


def revoke(session: Session) -> None:
    """End one session now."""
    session.revoked_at = session.revoked_at or clock.now()
    session.challenge = None


def revoke_all(db: DbSession, citizen_id: str, *, keep: str | None = None) -> int:
    """End every session of a citizen but the one with the id `keep`; gives how many."""
    query = update(Session).where(Session.citizen_id == citizen_id, Session.revoked_at.is_(None))
    if keep:
        query = query.where(Session.id != keep)
    done = db.execute(query.values(revoked_at=clock.now(), challenge=None))
    return done.rowcount  # type: ignore[attr-defined, no-any-return]


def of_citizen(db: DbSession, citizen_id: str) -> Sequence[Session]:
    """The live log-ons of a citizen, newest first."""
    now = clock.now()
    query = select(Session).where(
        Session.citizen_id == citizen_id,
        Session.stage == "logged_on",
        Session.revoked_at.is_(None),
        Session.idle_until > now,
        Session.ends_at > now,
    )
    return db.scalars(query.order_by(Session.created_at.desc())).all()


def is_fresh(session: Session) -> bool:
    """True where the last proof is recent enough for a change of factor, contact or password."""
    return session.fresh_until is not None and clock.now() < session.fresh_until


def make_fresh(session: Session, settings: Settings) -> None:
    """A factor was proven just now."""
    session.fresh_until = clock.now() + fresh_time(settings, session.patience)


def set_patience(session: Session, settings: Settings, patience: int) -> None:
    """The person asks for more time, or less: it holds at once. A proof's freshness is not put off."""
    session.patience = patience
    extend(session, settings)


def forget_old(db: DbSession, older_than: timedelta = timedelta(days=2)) -> None:
    """Housekeeping: rows of sessions that ended long ago."""
    db.execute(delete(Session).where(Session.ends_at < clock.now() - older_than))


def _idle(session: Session, settings: Settings) -> timedelta:
    minutes = settings.attempt_minutes if session.stage in UNFINISHED else settings.idle_minutes
    usual = timedelta(minutes=minutes)
    longest = usual * session.patience
    at_high = session.stage == "logged_on" and (session.level or 0) >= Level.HIGH
    return max(usual, min(longest, LONGEST_IDLE_AT_HIGH)) if at_high else longest


def _set_limits(session: Session, settings: Settings, now: datetime) -> None:
    session.seen_at = now
    session.ends_at = now + timedelta(hours=settings.absolute_hours)
    session.idle_until = now + _idle(session, settings)
