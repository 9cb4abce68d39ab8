"""What a citizen does with their own account: user id, password, level of notices, block, close, data."""

from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices, password_rules, recovery, sessions, user_ids
from app.core.models import Citizen, ContactCode, Credential, Draft, Event, OutboxMessage
from app.core.password_rules import Strength
from app.core.sealed import digest, seal, unseal


class UserIdTaken(Exception):
    """Another citizen has this user id."""


def name_of(db: DbSession, citizen: Citizen) -> str:
    """The citizen's full name."""
    return unseal(db, citizen.name, "citizen.name")


def user_id_of(db: DbSession, citizen: Citizen) -> str:
    """The citizen's user id, or empty."""
    return unseal(db, citizen.user_id, "citizen.user_id")


def short_name(db: DbSession, citizen: Citizen) -> str:
    """What an app or a key lists the account as: the user id, or first name and initial where there is none yet."""
    user_id = user_id_of(db, citizen)
    if user_id:
        return user_id
    first, *others = name_of(db, citizen).split()
    return f"{first} {others[-1][0]}." if others else first


def judge_password(db: DbSession, citizen: Citizen, password: str, user_id: str = "") -> Strength:
    """Judge a new password against what is known of the citizen."""
    cpr = unseal(db, citizen.cpr, "citizen.cpr")
    email = unseal(db, citizen.email, "citizen.email")
    mobile = unseal(db, citizen.mobile, "citizen.mobile").removeprefix("+45")
    known = (user_id or user_id_of(db, citizen), name_of(db, citizen), cpr, cpr[:6], email, mobile)
    return password_rules.judge(password, known)


def set_user_id(db: DbSession, citizen: Citizen, user_id: str) -> None:
    """Give the citizen a user id (checked before by `user_ids.problem`); where it replaces one, the citizen is told.

    Raises UserIdTaken; two at once: one wins.
    """
    changed = citizen.user_id is not None and user_ids.fold(user_id_of(db, citizen)) != user_ids.fold(user_id)
    if user_ids.is_taken(db, user_id, by_other_than=citizen.id):
        raise UserIdTaken
    try:
        with db.begin_nested():
            citizen.user_id_digest = digest(db, user_ids.fold(user_id), "user_id")
            citizen.user_id = seal(db, user_id.strip(), "citizen.user_id")
            db.flush()
    except IntegrityError as error:
        raise UserIdTaken from error
    if changed and citizen.status == "active":
        events.record(db, "user_id.changed", citizen.id)
        notices.send(db, citizen, "user_id.changed")


def set_password(db: DbSession, citizen: Citizen, password_hash: str, *, keep_session: str | None = None) -> None:
    """Store a new password's hash; every other session ends, and the citizen is told."""
    changed = citizen.password_hash is not None
    citizen.password_hash = password_hash
    if changed and citizen.status == "active":
        sessions.revoke_all(db, citizen.id, keep=keep_session)
        events.record(db, "password.changed", citizen.id)
        notices.send(db, citizen, "password.changed")


def set_notify(db: DbSession, citizen: Citizen, level: str) -> None:
    """Choose how much to be told: one of `notices.LEVELS`. Raises ValueError for another."""
    if level not in notices.LEVELS:
        raise ValueError(level)
    if citizen.notify != level:
        citizen.notify = level
        events.record(db, "notify.changed", citizen.id, level=level)
        if citizen.status == "active":
            notices.send(db, citizen, "notify.changed", level=level)


def set_language(db: DbSession, citizen: Citizen, language: str) -> None:
    """The language of letters, messages and calls: "da" or "en". Raises ValueError for another."""
    if language not in ("da", "en"):
        raise ValueError(language)
    citizen.language = language
    events.record(db, "language.changed", citizen.id, language=language)


def end_session(db: DbSession, citizen: Citizen, session_id: str) -> bool:
    """End one of the citizen's log-ons; False where there is none such, or it has ended already."""
    found = next((item for item in sessions.of_citizen(db, citizen.id) if item.id == session_id), None)
    if found is None:
        return False
    sessions.revoke(found)
    events.record(db, "session.ended", citizen.id)
    return True


def end_other_sessions(db: DbSession, citizen: Citizen, keep: str) -> int:
    """End every session of the citizen but the one with the id `keep`; gives how many."""
    ended = sessions.revoke_all(db, citizen.id, keep=keep)
    if ended:
        events.record(db, "session.ended", citizen.id, count=ended)
    return ended


def block(db: DbSession, citizen: Citizen, cause: str) -> None:
    """Block at once ("this was not me"): every session ends, no log-on works until a person has helped."""
    notices.send(db, citizen, "blocked")
    recovery.stop(db, citizen, cause)
    citizen.status, citizen.blocked_at = "blocked", clock.now()
    sessions.revoke_all(db, citizen.id)
    events.record(db, "blocked", citizen.id, cause=cause)


def close(db: DbSession, citizen: Citizen) -> None:
    """Close the eID for good. What the law lets us forget is forgotten; the audit trail keeps ids only."""
    notices.send(db, citizen, "closed")
    citizen.status, citizen.closed_at = "closed", clock.now()
    citizen.user_id_digest = citizen.user_id = citizen.password_hash = citizen.email = citizen.mobile = None
    citizen.preferences = None
    for credential in db.scalars(select(Credential).where(Credential.citizen_id == citizen.id)):
        credential.status, credential.secret, credential.lookup_digest = "removed", None, None
        credential.data, credential.name = {}, seal(db, "", "credential.name")
    for table in (ContactCode, Draft):
        db.execute(delete(table).where(table.citizen_id == citizen.id))
    recovery.forget(db, citizen.id)
    sessions.revoke_all(db, citizen.id)
    events.record(db, "closed", citizen.id)


def export(db: DbSession, citizen: Citizen) -> dict[str, Any]:
    """Everything kept about the citizen, readable, without secrets (GDPR article 15 and 20)."""
    credentials = select(Credential).where(Credential.citizen_id == citizen.id, Credential.status != "removed")
    trail = select(Event).where(Event.citizen_id == citizen.id).order_by(Event.number)
    sent = select(OutboxMessage).where(OutboxMessage.citizen_id == citizen.id).order_by(OutboxMessage.created_at)
    return {
        "name": name_of(db, citizen),
        "cpr": unseal(db, citizen.cpr, "citizen.cpr"),
        "name_and_address_protection": citizen.protected,
        "user_id": user_id_of(db, citizen),
        "email": unseal(db, citizen.email, "citizen.email"),
        "mobile": unseal(db, citizen.mobile, "citizen.mobile"),
        "language": citizen.language,
        "notification_level": citizen.notify,
        "preferences": citizen.preferences,
        "created_at": citizen.created_at.isoformat(),
        "crossed_at": citizen.crossed_at.isoformat() if citizen.crossed_at else None,
        "factors": [
            {
                "kind": item.kind,
                "name": unseal(db, item.name, "credential.name"),
                "status": item.status,
                "activated_at": item.activated_at.isoformat() if item.activated_at else None,
                "last_used_at": item.last_used_at.isoformat() if item.last_used_at else None,
            }
            for item in db.scalars(credentials)
        ],
        "activity": [
            {"at": event.at.isoformat(), "what": event.kind, "detail": event.detail} for event in db.scalars(trail)
        ],
        "messages": [
            {"at": item.created_at.isoformat(), "channel": item.channel, "purpose": item.purpose}
            for item in db.scalars(sent)
        ],
    }
