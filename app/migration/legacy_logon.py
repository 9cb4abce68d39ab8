"""Logging on with the old scheme: password, then the key for the number that the old card is asked.

Opens a crossing, and nothing else: it never logs on to the new eID, and can never add a factor to an account that has
already crossed.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, decoy, events, sessions, throttle
from app.core.context import Core
from app.core.login import Browser, Refused, Started, check_password, take_try
from app.core.models import Citizen, Crossing, LegacyIdentity, Session
from app.core.proof import Verdict
from app.core.sealed import digest, seal, unseal
from app.migration import legacy_card
from app.migration.directory import normalise_password
from app.migration.identities import find_identity, locked
from app.migration.legacy_card import Asked


@dataclass(frozen=True)
class Entered:
    """The old card was proven; the token opens the citizen's crossing."""

    token: str


@dataclass(frozen=True)
class HasCrossed:
    """This citizen has the new eID already. `status`: active, blocked or closed."""

    status: str


def is_open(core: Core) -> bool:
    """True until the old scheme's closing date has passed."""
    return clock.now().date() <= core.settings.closing_date


def start(core: Core, typed_id: str, password: str, browser: Browser) -> Started | Refused:
    """Check id and password of the old scheme. Raises `passwords.Busy`.

    Refused with the identity's own reason (locked, blocked, awaiting_activation, no_keys) only after a right password.
    """
    with core.database.write() as db:
        identity = find_identity(db, typed_id)
        subject = identity.id if identity else digest(db, typed_id.strip().lower(), "throttle")[:40]
        key = f"legacy:{subject}"
        refused = take_try(core, db, key, browser)
        nobodys = decoy.stand_in(db, LegacyIdentity, typed_id.strip().lower())
    if refused:
        return refused
    kind = identity.password_kind if identity else "A"
    stored = identity.password_hash if identity else nobodys
    checked = check_password(core, key, stored, normalise_password(kind, password))
    with core.database.write() as db:
        if not checked.ok or identity is None:
            throttle.note_failure(db, core.settings, browser.source)
            events.record(db, "legacy.wrong_password", identity.citizen_id if identity else None)
            return Refused("wrong")
        throttle.give_back(db, key)
        return _open_key_stage(core, db, identity.id, browser)


def _open_key_stage(core: Core, db: DbSession, identity_id: str, browser: Browser) -> Started | Refused:
    identity = locked(db, identity_id)
    if identity is None:
        return Refused("wrong")
    if identity.status != "active":
        return Refused(identity.status)
    if legacy_card.ask(db, identity) is None:
        return Refused("no_keys")
    token, _session = sessions.create(
        db, core.settings, "legacy", legacy_id=identity.id, device=browser.label, patience=browser.patience
    )
    return Started(token)


def asked(db: DbSession, session: Session) -> tuple[LegacyIdentity, Asked | None]:
    """The old identity of a session, and the question that waits for its answer."""
    identity = db.get_one(LegacyIdentity, session.legacy_id)
    return identity, legacy_card.asked(db, identity)


def answer(
    core: Core, session_id: str, key: str, language: str, position: int | None = None
) -> Entered | HasCrossed | Verdict:
    """Judge the key; when it is right, open or resume the crossing of this citizen.

    `position` is what the page asked: an answer to a question that another window has answered is no wrong guess.
    """
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        if session is None or session.stage != "legacy" or not sessions.is_alive(session):
            return Verdict("void")
        identity = locked(db, session.legacy_id or "")
        if identity is None:
            return Verdict("void")
        verdict = legacy_card.check(db, core.settings, identity, key, position=position)
        if not verdict.ok:
            return verdict
        citizen = _citizen_of(db, identity, language)
        events.record(db, "legacy.logon", citizen.id)
        if citizen.status != "crossing":
            sessions.revoke(session)
            return HasCrossed(citizen.status)
        sessions.revoke_all(db, citizen.id, keep=session.id)
        session.citizen_id = citizen.id
        return Entered(sessions.rotate(db, session, core.settings, "crossing"))


def _citizen_of(db: DbSession, identity: LegacyIdentity, language: str) -> Citizen:
    """The citizen behind an old identity: known by the link, or by CPR number, or made now."""
    citizen = db.get(Citizen, identity.citizen_id) if identity.citizen_id else None
    if citizen is None:
        citizen = db.scalar(select(Citizen).where(Citizen.cpr_digest == identity.cpr_digest))
    if citizen is None:
        citizen = Citizen(
            status="crossing",
            cpr_digest=identity.cpr_digest,
            cpr=seal(db, unseal(db, identity.cpr, "legacy.cpr"), "citizen.cpr"),
            name=seal(db, unseal(db, identity.name, "legacy.name"), "citizen.name"),
            protected=identity.protected,
            language=language,
            created_at=clock.now(),
        )
        db.add(citizen)
        db.flush()
        db.add(Crossing(citizen_id=citizen.id, started_at=clock.now()))
        events.record(db, "crossing.started", citizen.id)
    identity.citizen_id = citizen.id
    return citizen
