"""What the device does: it ties itself to a set-up, looks for a request, and answers it. Every deed is signed.

No session and no cookie says who it is: the signature does. The core decides, words are found by the views.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session as DbSession

from app.core import account, clock, enrol, events, notices, proof, sessions, throttle
from app.core.context import Core
from app.core.login import Browser
from app.core.models import Citizen, Credential, Session
from app.core.sealed import digest, seal
from app.factors.approval_app import asking, pairing, signing

KIND = "approval_app"
# How far the device's clock may be off; it is told the portal's time, and follows it.
CLOCK_SECONDS = 120
ANSWERS = ("approve", "reject", "report")


@dataclass(frozen=True)
class Waiting:
    """A request as the app shows it: never with its number. `action`: logon, change or setup."""

    id: str
    action: str
    browser: str
    account: str
    asked_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Outcome:
    """What came of a deed.

    state: paired, idle, request, approved, rejected, reported, wrong (number), void (too many wrong numbers), gone
    (answered or ended already), expired, unknown (no such code or device), refused (signature, clock), source (too
    many failures from one address).
    """

    state: str
    device: str = ""
    request: Waiting | None = None
    tries_left: int = 0


def pair(core: Core, code: str, public_key: str, signature: str, browser: Browser) -> Outcome:
    """Tie a device to the set-up that shows this code; it proves that it holds the private key."""
    folded = pairing.fold(code)
    signed = signing.text(_origin(core), "pair", folded, public_key)
    with core.database.write() as db:
        if throttle.source_exhausted(db, core.settings, browser.source):
            return Outcome("source")
        found = pairing.waiting_for(core.context(db, None), KIND, folded)
        if found is None or pairing.is_paired(found):
            throttle.note_failure(db, core.settings, browser.source)
            return Outcome("unknown")
        if clock.now() >= pairing.ends(found):
            return Outcome("expired")
        if not signing.is_plain(public_key) or not signing.is_signed(public_key, signature, signed):
            throttle.note_failure(db, core.settings, browser.source)
            return Outcome("refused")
        known, context = signing.device_id(public_key), core.context(db, None)
        if db.scalar(select(Credential.id).where(_of_device(db, known))) is not None:
            return Outcome("refused")
        pairing.tie(context, found, {"public_key": public_key, "device": browser.label}, known)
        if not enrol.name_of(db, found):
            found.name = seal(db, browser.label[: enrol.NAME_LONGEST], "credential.name")
        return Outcome("paired", device=known)


def look(core: Core, device: str, moment: str, signature: str) -> Outcome:
    """Whether a request waits for this device. `moment`: milliseconds since 1970 by the device's clock."""
    with core.database.read() as db:
        credential = db.scalar(select(Credential).where(_of_device(db, device)))
        if credential is None:
            return Outcome("unknown")
        signed = signing.text(_origin(core), "look", device, moment)
        if not _is_now(moment) or not signing.is_signed(credential.data["public_key"], signature, signed):
            return Outcome("refused")
        request = asking.current(credential)
        return Outcome("request", request=_shown(db, credential, request)) if request else Outcome("idle")


def answer(
    core: Core, device: str, request_id: str, deed: str, number: str, signature: str, browser: Browser
) -> Outcome:
    """Approve (with the number), reject or report a request. Of many at once one counts."""
    signed = signing.text(_origin(core), deed, device, request_id, number)
    with core.database.write() as db:
        credential = _locked(core, db, device)
        if credential is None:
            return Outcome("unknown")
        plain = deed in ANSWERS and signing.is_plain(request_id, number)
        if not plain or not signing.is_signed(credential.data["public_key"], signature, signed):
            throttle.note_failure(db, core.settings, browser.source)
            return Outcome("refused")
        request = asking.current(credential)
        if request is None or request["id"] != request_id:
            return Outcome("gone")
        if deed == "approve":
            return _approve(db, credential, request, number)
        return _refuse(db, credential, request, deed)


def _approve(db: DbSession, credential: Credential, request: asking.Request, number: str) -> Outcome:
    if hmac.compare_digest(number, request["number"]):
        asking.approve(credential, request)
        return Outcome("approved")
    left = asking.note_wrong_number(credential, request)
    events.record(db, "factor.wrong", credential.citizen_id, credential=credential.id, kind=KIND, reason="wrong")
    return Outcome("wrong", request=_shown(db, credential, request), tries_left=left) if left else Outcome("void")


def _refuse(db: DbSession, credential: Credential, request: asking.Request, deed: str) -> Outcome:
    """No. A report ends the session that asked as well, and tells the citizen on every channel."""
    facts = {"credential": credential.id, "kind": KIND, "device": request["browser"]}
    if deed == "reject":
        asking.reject(credential, request)
        events.record(db, "factor.rejected", credential.citizen_id, **facts)
        return Outcome("rejected")
    asking.report(credential, request)
    session = db.get(Session, request["session"])
    if session is not None:
        sessions.revoke(session)
    events.record(db, "factor.reported", credential.citizen_id, **facts)
    notices.send(db, db.get_one(Citizen, credential.citizen_id), "factor.reported", kind=KIND)
    return Outcome("reported")


def _origin(core: Core) -> str:
    return core.settings.base_url.rstrip("/")


def _of_device(db: DbSession, device: str) -> ColumnElement[bool]:
    """What finds the credential that a device is tied to, where it is in use."""
    found = Credential.lookup_digest == digest(db, f"device:{device}", "approval_app")
    return and_(found, Credential.status.in_(("active", "pending")))


def _locked(core: Core, db: DbSession, device: str) -> Credential | None:
    """The credential of a device, locked for an answer; in the order of everywhere: session, citizen, credential.

    Plain columns are read first: an object would be stale by the time it is locked.
    """
    columns = select(Credential.id, Credential.citizen_id, Credential.data)
    found = db.execute(columns.where(_of_device(db, device))).one_or_none()
    if found is None:
        return None
    request = found.data.get("request") or {}
    db.get(Session, request.get("session", ""), with_for_update=True)
    db.get(Citizen, found.citizen_id, with_for_update=True)
    locked = proof.locked_credential(core.context(db, None), found.id)
    return locked if locked is not None and locked.status in ("active", "pending") else None


def _is_now(moment: str) -> bool:
    """True where the device's clock agrees with ours, so that an old look is worth nothing."""
    if not (moment.isascii() and moment.isdigit() and len(moment) <= 16):
        return False
    return abs(int(moment) / 1000 - clock.now().timestamp()) <= CLOCK_SECONDS


def _shown(db: DbSession, credential: Credential, request: asking.Request) -> Waiting:
    name = account.short_name(db, db.get_one(Citizen, credential.citizen_id))
    asked_at = datetime.fromisoformat(request["asked_at"])
    return Waiting(request["id"], request["action"], request["browser"], name, asked_at, asking.ends(request))
