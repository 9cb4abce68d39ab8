"""The log-on state machine: user id and password, then one factor, then a session of its own.

Every step answers with a typed outcome and never with words. Known and unknown users cost the same: a stand-in is
checked (`decoy`), the same rows are written, and nothing tells them apart before the password was right.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, decoy, events, helper, notices, preferences, proof, reserve, sessions, throttle
from app.core.assurance import Level, reached
from app.core.context import Core
from app.core.factor import is_offered, level_of
from app.core.models import Citizen, Credential, Session
from app.core.outcomes import Browser as Browser
from app.core.outcomes import LoggedOn as LoggedOn
from app.core.outcomes import Refused as Refused
from app.core.outcomes import Started as Started
from app.core.passwords import Busy, Checked
from app.core.proof import Verdict
from app.core.sealed import digest
from app.core.user_ids import fold

Done = TypeVar("Done")


def start(
    core: Core,
    user_id: str,
    password: str,
    browser: Browser,
    *,
    language: str = "da",
    return_to: str = "",
    required: Level = Level.LOW,
) -> Started | Refused:
    """Check user id and password. Raises `passwords.Busy` when too many checks wait."""

    def then(db: DbSession, citizen: Citizen) -> Started | Refused:
        return _open_password_stage(core, db, citizen, browser, language, return_to, required)

    return with_password(core, user_id, password, browser, then)


def with_password(
    core: Core, user_id: str, password: str, browser: Browser, then: Callable[[DbSession, Citizen], Done | Refused]
) -> Done | Refused:
    """Check user id and password; where they are right, do `then` in the same transaction, the citizen's row locked.

    Raises `passwords.Busy`.
    """
    with core.database.write() as db:
        citizen = by_user_id(db, user_id)
        key = _throttle_key(db, citizen, user_id, browser)
        refused = take_try(core, db, key, browser)
        nobodys = decoy.stand_in(db, Citizen, fold(user_id))
    if refused:
        return refused
    checked = check_password(core, key, (citizen.password_hash if citizen else None) or nobodys, password)
    with core.database.write() as db:
        if not checked.ok or citizen is None:
            throttle.note_failure(db, core.settings, browser.source)
            events.record(db, "logon.wrong_password", citizen.id if citizen else None)
            return Refused("wrong")
        throttle.give_back(db, key)
        current = db.get(Citizen, citizen.id, with_for_update=True)
        if current is None or current.status != "active":
            return Refused("blocked")
        if checked.better_hash and current.password_hash == citizen.password_hash:
            current.password_hash = checked.better_hash
        return then(db, current)


def take_try(core: Core, db: DbSession, key: str, browser: Browser) -> Refused | None:
    """Take one try for `key`, unless its source or the key itself must wait."""
    if throttle.source_exhausted(db, core.settings, browser.source):
        return Refused("source")
    wait = throttle.take(db, core.settings, key)
    if wait is None:
        return None
    return Refused("wait" if wait.until else "human", wait.until)


def check_password(core: Core, key: str, stored: str | None, password: str) -> Checked:
    """Check a password for which a try of `key` was taken. Raises `Busy`; then the try was none."""
    try:
        return core.passwords.check(stored, password)
    except Busy:
        with core.database.write() as db:
            throttle.undo(db, key)
        raise


def begin_alone(core: Core, kind: str, browser: Browser, return_to: str = "") -> str:
    """Ask a factor that works alone (a passkey); gives the token of the session that holds the question."""
    factor = core.factors[kind]
    with core.database.write() as db:
        question = factor.ask(core.context(db, None), None, requested=True)
        token, session = sessions.create(
            db,
            core.settings,
            "passkey",
            return_to=return_to,
            device=browser.label,
            method=kind,
            patience=browser.patience,
        )
        session.challenge = {"kind": kind, "question": question}
        return token


def answer_alone(core: Core, token: str, given: Mapping[str, str], browser: Browser) -> LoggedOn | Verdict:
    """Judge the answer of a factor that works alone."""
    with core.database.write() as db:
        session = sessions.find(db, token, lock=True)
        if session is None or session.stage != "passkey" or not sessions.is_alive(session) or not session.challenge:
            return Verdict("void")
        asked, session.challenge = session.challenge, None
        factor = core.factors[asked["kind"]]
        found = factor.find(core.context(db, None), given)
        citizen = db.get(Citizen, found.citizen_id, with_for_update=True) if found else None
        credential = proof.locked_credential(core.context(db, citizen), found.id) if found else None
        if credential is None or citizen is None or citizen.status != "active" or credential.status != "active":
            return Verdict("unknown")
        question = {**asked["question"], "alone": True}
        verdict = proof.judge(core.context(db, citizen), factor, credential, question, given)
        if not verdict.ok:
            return verdict
        session.citizen_id = citizen.id
        return _log_on(core, db, session, citizen, credential, verdict, browser)


def ask(
    core: Core, db: DbSession, session: Session, credential: Credential, *, requested: bool = False
) -> Verdict | None:
    """Ask `credential` in this session; a verdict where it cannot be asked just now."""
    citizen = db.get_one(Citizen, credential.citizen_id)
    standing = proof.state_of(credential)
    if standing:
        session.challenge = {"credential": credential.id, "question": None}
        return standing
    factor = core.factors[credential.kind]
    question = factor.ask(core.context(db, citizen, session=session), credential, requested=requested)
    session.challenge = {"credential": credential.id, "question": question}
    return None


def choose(core: Core, session_id: str, credential_id: str, *, requested: bool = False) -> Verdict | None:
    """The citizen picks another of their factors, or asks for another code. Verdict("void") where it is not theirs."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        if session is None or not _may_be_asked(session):
            return Verdict("void")
        credential = proof.locked_credential(core.context(db, None), credential_id)
        if credential is None or credential.citizen_id != session.citizen_id or credential.status != "active":
            return Verdict("void")
        return ask(core, db, session, credential, requested=requested)


def answer(core: Core, session_id: str, given: Mapping[str, str], browser: Browser) -> LoggedOn | Verdict:
    """Judge the answer to what this session asked; log on, or renew the fresh proof of a session logged on."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        if session is None or not _may_be_asked(session) or not session.challenge:
            return Verdict("void")
        asked = session.challenge
        # Locks are taken in one order everywhere: session, citizen, credential.
        citizen = db.get_one(Citizen, session.citizen_id, with_for_update=True)
        credential = proof.locked_credential(core.context(db, citizen), asked.get("credential", ""))
        if credential is None or citizen.status != "active" or asked.get("question") is None:
            return Verdict("void")
        if credential.status == "pending" or credential.citizen_id != citizen.id:
            return Verdict("void")
        factor = core.factors[credential.kind]
        verdict = proof.judge(core.context(db, citizen), factor, credential, asked["question"], given)
        if not verdict.ok:
            return verdict
        session.challenge = None
        if session.stage == "logged_on":
            return _renew(core, db, session, citizen, credential)
        return _log_on(core, db, session, citizen, credential, verdict, browser)


def _may_be_asked(session: Session) -> bool:
    """A factor is asked after the password, and for a fresh proof; never in a crossing, which lacks the password."""
    return session.stage in ("password", "logged_on") and session.citizen_id is not None and sessions.is_alive(session)


def usable(db: DbSession, citizen_id: str) -> list[Credential]:
    """The citizen's active factors as they are asked (`reserve.by_use`); not those that have expired."""
    query = select(Credential).where(Credential.citizen_id == citizen_id, Credential.status == "active")
    query = query.where(proof.not_over())
    return reserve.by_use(db.scalars(query).all())


def log_off(core: Core, session_id: str, *, everywhere: bool = False) -> None:
    """End this session, or every session of its citizen."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        if session is None:
            return
        if helper.is_known(session):
            helper.end(db, session, "logoff")
        sessions.revoke(session)
        if everywhere and session.citizen_id:
            sessions.revoke_all(db, session.citizen_id)
        if session.citizen_id:
            events.record(db, "logoff.everywhere" if everywhere else "logoff", session.citizen_id)


def by_user_id(db: DbSession, user_id: str) -> Citizen | None:
    """The citizen with this user id, however it is written, or None; not one whose eID is closed."""
    found = db.scalar(select(Citizen).where(Citizen.user_id_digest == digest(db, fold(user_id), "user_id")))
    return found if found and found.status != "closed" else None


def _throttle_key(db: DbSession, citizen: Citizen | None, user_id: str, browser: Browser) -> str:
    """Failures are counted on the account; a device that has logged it on before has a count of its own, so that a
    stranger who guesses cannot shut the citizen out of it."""
    if citizen is None:
        return f"password:{digest(db, fold(user_id), 'throttle')[:40]}"
    known = citizen.id in browser.known and browser.device
    return f"password:{citizen.id}" + (f":{browser.device[:40]}" if known else "")


def _open_password_stage(
    core: Core,
    db: DbSession,
    citizen: Citizen,
    browser: Browser,
    language: str,
    return_to: str,
    required: Level,
) -> Started | Refused:
    # What is kept for an emergency is asked last, even where it was used last.
    ways = sorted(usable(db, citizen.id), key=lambda way: not is_offered(core.factors[way.kind]))
    if not ways:
        return Refused("no_way")
    token, session = sessions.create(
        db,
        core.settings,
        "password",
        citizen_id=citizen.id,
        return_to=return_to,
        required_level=int(required),
        device=browser.label,
        patience=browser.patience,
    )
    enough = [way for way in ways if reached_by(core, citizen, way) >= required]
    first = next((way for way in enough or ways if proof.state_of(way) is None), ways[0])
    locked = proof.locked_credential(core.context(db, citizen, language), first.id)
    assert locked is not None
    ask(core, db, session, locked)
    return Started(token)


def reached_by(core: Core, citizen: Citizen, credential: Credential) -> Level:
    """The level that a log-on with password and this factor reaches."""
    return reached(Level(citizen.identity_level), level_of(core.factors[credential.kind], credential))


def _log_on(
    core: Core,
    db: DbSession,
    session: Session,
    citizen: Citizen,
    credential: Credential,
    verdict: Verdict,
    browser: Browser,
) -> LoggedOn:
    level = reached(Level(citizen.identity_level), verdict.level)
    session.level, session.method = int(level), credential.kind
    saved = preferences.of_citizen(citizen)
    session.patience = saved.patience if saved else session.patience
    token = sessions.rotate(db, session, core.settings, "logged_on")
    sessions.make_fresh(session, core.settings)
    return_to, session.return_to = session.return_to, ""
    citizen.last_logon_at = clock.now()
    new_device = citizen.id not in browser.known
    events.record(
        db, "logon", citizen.id, method=credential.kind, level=level.term, device=browser.label, new=new_device
    )
    notices.send(db, citizen, "logon.new_device" if new_device else "logon", device=browser.label)
    return LoggedOn(token, citizen.id, return_to, level, browser.known | {citizen.id})


def _renew(core: Core, db: DbSession, session: Session, citizen: Citizen, credential: Credential) -> LoggedOn:
    return_to, session.return_to = session.return_to, ""
    token = sessions.rotate(db, session, core.settings, "logged_on")
    sessions.make_fresh(session, core.settings)
    events.record(db, "proof.fresh", citizen.id, method=credential.kind)
    return LoggedOn(token, citizen.id, return_to, Level(session.level))
