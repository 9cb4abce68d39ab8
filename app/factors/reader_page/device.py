"""What the device does: it ties itself to a set-up, looks who asks, makes a code and gives it.

A secret that only the device has says who it is (a cookie keeps it; the portal knows its digest). A code is derived
from that secret: what the portal keeps is not enough to tell it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, enrol, pairing, proof, sessions, throttle
from app.core.context import Core
from app.core.login import Browser
from app.core.models import Credential, Session, new_id
from app.core.sealed import digest, keys_of, seal
from app.factors.reader_page import check
from app.factors.reader_page.check import CODE_DIGITS, KIND
from app.factors.reader_page.style import Style


@dataclass(frozen=True)
class Reader:
    """What a device's page shows. `asks`: the browser that wants a code, empty where none does.

    code: the open code, or empty. same: the question comes from this very browser, which gets no code.
    """

    style: Style
    is_asked: bool = False
    asks: str = ""
    asked_at: datetime | None = None
    code: str = ""
    ends_at: datetime | None = None
    same: bool = False


@dataclass(frozen=True)
class Paired:
    """What came of a pairing code.

    state: paired, unknown (no such code), expired, same (the browser that sets it up), source (too many failures from
    one address). secret: what the device keeps.
    """

    state: str
    secret: str = ""


def pair(core: Core, code: str, browser: Browser, session: Session | None) -> Paired:
    """Tie a device to the set-up that shows this code. `session`: that of the device's own browser."""
    with core.database.write() as db:
        if throttle.source_exhausted(db, core.settings, browser.source):
            return Paired("source")
        found = pairing.waiting_for(core.context(db, None), KIND, pairing.fold(code))
        if found is None or check.is_paired(found):
            throttle.note_failure(db, core.settings, browser.source)
            return Paired("unknown")
        if clock.now() >= pairing.ends(found):
            return Paired("expired")
        if _is_same(found, session):
            return Paired("same")
        secret = secrets.token_urlsafe(32)
        found.secret, found.lookup_digest = None, _digest(db, secret)
        found.data = {**found.data, "device": browser.label}
        if not enrol.name_of(db, found):
            found.name = seal(db, browser.label[: enrol.NAME_LONGEST], "credential.name")
        return Paired("paired", secret)


def look(core: Core, secret: str, session: Session | None) -> Reader | None:
    """What the device's page shows now; None where the device is tied to nothing."""
    with core.database.read() as db:
        found = db.scalar(select(Credential).where(_of_device(db, secret))) if secret else None
        if found is None:
            return None
        style, asked = Style.read(found.data.get("style", {})), found.data.get("asked")
        if asked is None or not _is_open(db, asked["session"]):
            return Reader(style)
        same, opened = _is_same(found, session), check.open_code(found)
        code = _code(db, secret, opened["id"]) if opened and not same else ""
        ends_at = check.ends(opened) if opened else None
        return Reader(style, True, asked["browser"], datetime.fromisoformat(asked["at"]), code, ends_at, same)


def hear(core: Core, secret: str, session: Session | None) -> str:
    """Make a code for the open question: made, nobody (asks), same, too_soon, too_many, locked or unknown."""
    with core.database.write() as db:
        found = _locked(core, db, secret)
        if found is None:
            return "unknown"
        asked = found.data.get("asked")
        if asked is None or not _is_open(db, asked["session"]):
            return "nobody"
        if _is_same(found, session):
            return "same"
        if proof.state_of(found):
            return "locked"
        now = clock.now()
        refused = check.refusal(found, now)
        if refused is not None:
            return refused
        code_id = new_id()
        code = {
            "id": code_id,
            "digest": check.digest_of(db, found, code_id, _code(db, secret, code_id)),
            "ends_at": (now + timedelta(seconds=asked["code_seconds"])).isoformat(),
            "tries": 0,
        }
        found.data = {**found.data, "code": code, "codes": [*check.today(found, now), now.isoformat()]}
        return "made"


def keep(core: Core, secret: str, style: Style) -> bool:
    """Remember how this device gives codes; False where it is tied to nothing."""
    with core.database.write() as db:
        found = _locked(core, db, secret)
        if found is not None:
            found.data = {**found.data, "style": style.kept()}
        return found is not None


def is_of(db: DbSession, credential: Credential, secret: str) -> bool:
    """True where the browser that holds this secret is the device of the credential."""
    return bool(secret) and credential.lookup_digest == _digest(db, secret)


def _code(db: DbSession, secret: str, code_id: str) -> str:
    drawn = keys_of(db).derive(KIND, secret, code_id)
    return f"{int.from_bytes(drawn[:8], 'big') % 10**CODE_DIGITS:0{CODE_DIGITS}d}"


def _is_same(credential: Credential, session: Session | None) -> bool:
    """True where the device's browser is the one that asks: then it would be no second device."""
    asked = credential.data.get("asked")
    return session is not None and asked is not None and asked["session"] == session.id


def _is_open(db: DbSession, session_id: str) -> bool:
    """True while the session that asked lives: nobody gets a code for a log-on that was given up."""
    session = db.get(Session, session_id)
    return session is not None and sessions.is_alive(session)


def _of_device(db: DbSession, secret: str) -> ColumnElement[bool]:
    return and_(Credential.lookup_digest == _digest(db, secret), Credential.status.in_(("active", "pending")))


def _locked(core: Core, db: DbSession, secret: str) -> Credential | None:
    found = db.scalar(select(Credential.id).where(_of_device(db, secret))) if secret else None
    locked = proof.locked_credential(core.context(db, None), found) if found else None
    # What was found may have been removed while the lock was waited for.
    return locked if locked is not None and is_of(db, locked, secret) else None


def _digest(db: DbSession, secret: str) -> str:
    return digest(db, f"device:{secret}", KIND)
