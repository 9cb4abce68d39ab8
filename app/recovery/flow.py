"""The steps of a recovery, apart from any page: proofs are gathered in a session, then the core decides.

Known and unknown user ids take the same way: the same tries are counted, the same rows written, the same code made;
only that nobody gets it. Nothing is told of an eID before its first proof: its factors are shown after the code that
was sent to a confirmed channel was right.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session as DbSession

from app.core import clock, login, notices, outbox, proof, recovery, sessions, throttle
from app.core.context import Core
from app.core.models import Citizen, Credential, Session
from app.core.outcomes import Browser, Refused, Started
from app.core.patience import code_time
from app.core.proof import Verdict
from app.core.recovery import FACTOR, PASSWORD, NotOpen, NotProven, Recovery
from app.core.sealed import digest
from app.core.user_ids import fold

CHANNELS = ("email", "sms")
TRIES_A_CODE = 3
# Stands for the recovery of somebody who has none, so that as much is computed.
NOBODY = Recovery(citizen_id="", serial="")


def begin_password(core: Core, user_id: str, channel: str, browser: Browser, language: str) -> Started | Refused:
    """A forgotten password: send a code to the confirmed e-mail address or mobile number, where there is one."""
    with core.database.write() as db:
        citizen = _active(login.by_user_id(db, user_id))
        key = _key(db, citizen, user_id)
        refused = login.take_try(core, db, key, browser)
        if refused:
            return refused
        return Started(_send_code(core, db, citizen, channel, PASSWORD, key, browser, language))


def _send_code(
    core: Core,
    db: DbSession,
    citizen: Citizen | None,
    channel: str,
    kind: str,
    key: str,
    browser: Browser,
    language: str,
) -> str:
    """A session that waits for the code; gives its token. Nobody's code is written down as well, and never sent."""
    code = f"{secrets.randbelow(10**6):06d}"
    lifetime = code_time(core.settings, browser.patience)
    address = notices.channels(db, citizen).get(channel, "") if citizen else ""
    token, session = sessions.create(
        db,
        core.settings,
        "recovery",
        citizen_id=citizen.id if citizen and address else None,
        device=browser.label,
        patience=browser.patience,
    )
    session.enrolment = {
        "kind": kind,
        "channel": channel,
        "proofs": ["code"] if kind == FACTOR else [],
        "code": _digest(db, session.id, code),
        "tries": 0,
        "ends_at": (clock.now() + lifetime).isoformat(),
        "key": key,
    }
    if citizen and address:
        outbox.put(db, channel, address, "contact.code", {"code": code}, citizen=citizen, useful_for=lifetime)
    else:
        outbox.put_nowhere(db, channel, "contact.code", {"code": code}, language=language, useful_for=lifetime)
    return token


def answer_code(core: Core, session_id: str, code: str) -> str | Started:
    """Judge the code that was sent. Gives why it is not right (wrong, void or expired), or empty where it is; for a
    lost factor the last proof opens the session in which a new one may be activated."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        waiting = _waiting(session)
        if session is None or not waiting or not waiting["code"] or waiting["tries"] >= TRIES_A_CODE:
            return "void"
        if clock.now() >= datetime.fromisoformat(waiting["ends_at"]):
            return "expired"
        tries = waiting["tries"] + 1
        right = secrets.compare_digest(waiting["code"], _digest(db, session.id, code))
        if not right or session.citizen_id is None:
            session.enrolment = {**waiting, "tries": tries}
            return "wrong" if tries < TRIES_A_CODE else "void"
        throttle.give_back(db, waiting["key"])
        proofs = [*waiting["proofs"], "channel"]
        session.enrolment = {**waiting, "proofs": proofs, "code": ""}
        if waiting["kind"] == PASSWORD:
            return ""
        citizen = db.get_one(Citizen, session.citizen_id, with_for_update=True)
        opened = _open(core, db, citizen, proofs, Browser(label=session.device), session)
        return opened if isinstance(opened, Started) else "void"


def choose(core: Core, session_id: str, credential_id: str) -> Verdict | None:
    """Ask one of the citizen's factors, after the code was right. Verdict("void") where it cannot be asked."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        waiting = _waiting(session)
        if session is None or "channel" not in waiting.get("proofs", ()):
            return Verdict("void")
        credential = proof.locked_credential(core.context(db, None), credential_id)
        if credential is None or credential.citizen_id != session.citizen_id or credential.status != "active":
            return Verdict("void")
        return login.ask(core, db, session, credential, requested=True)


def answer_factor(core: Core, session_id: str, given: Mapping[str, str], browser: Browser) -> Verdict:
    """Judge the factor; when it is right, the recovery is asked for and its wait begins."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        waiting = _waiting(session)
        if session is None or "channel" not in waiting.get("proofs", ()) or not session.challenge:
            return Verdict("void")
        citizen = db.get_one(Citizen, session.citizen_id, with_for_update=True)
        context = core.context(db, citizen)
        credential = proof.locked_credential(context, session.challenge.get("credential", ""))
        question = session.challenge.get("question")
        if credential is None or credential.citizen_id != citizen.id or question is None or citizen.status != "active":
            return Verdict("void")
        verdict = proof.judge(context, core.factors[credential.kind], credential, question, given)
        if verdict.ok:
            _ask_for(core, db, session, citizen, PASSWORD, [*waiting["proofs"], "factor"], browser)
        return verdict


def begin_letter(core: Core, user_id: str, password: str, browser: Browser) -> Started | Refused:
    """A lost factor: user id and password first. Raises `passwords.Busy`."""

    def then(db: DbSession, citizen: Citizen) -> Started | Refused:
        token, session = sessions.create(
            db, core.settings, "recovery", citizen_id=citizen.id, device=browser.label, patience=browser.patience
        )
        session.enrolment = {"kind": FACTOR, "proofs": ["password"]}
        return Started(token)

    return login.with_password(core, user_id, password, browser, then)


def order_letter(core: Core, session_id: str, form: str, browser: Browser) -> bool:
    """Order the letter in the form that was chosen. False where the session may not. Raises TooSoon."""
    with core.database.write() as db:
        session = db.get(Session, session_id, with_for_update=True)
        waiting = _waiting(session)
        if session is None or waiting.get("kind") != FACTOR or session.citizen_id is None:
            return False
        citizen = db.get_one(Citizen, session.citizen_id, with_for_update=True)
        try:
            _ask_for(core, db, session, citizen, FACTOR, waiting["proofs"], browser, letter=form)
        except NotProven:
            return False
        return True


def _ask_for(
    core: Core,
    db: DbSession,
    session: Session,
    citizen: Citizen,
    kind: str,
    proofs: list[str],
    browser: Browser,
    letter: str = "",
) -> None:
    """Begin the recovery; this session shows when it is ready, and can do nothing more."""
    row = recovery.request(
        db, core.settings, citizen, kind, proofs, device=browser.device, letter=letter, session=session.id
    )
    session.challenge = None
    session.enrolment = {"kind": kind, "proofs": [], "requested": row.serial, "letter": letter}


def return_password(core: Core, user_id: str, code: str, browser: Browser) -> Started | Refused:
    """After the wait: the same browser, or the code that was shown. Opens the session that may set a password."""
    with core.database.write() as db:
        citizen = _active(login.by_user_id(db, user_id))
        key = _key(db, citizen, user_id)
        refused = login.take_try(core, db, key, browser)
        if refused:
            return refused
        row = recovery.of(db, citizen.id if citizen else "")
        proofs = _proofs(db, row, code, browser)
        if citizen is None or row is None or row.kind != PASSWORD or not proofs:
            return Refused("wrong")
        throttle.give_back(db, key)
        return _open(core, db, citizen, proofs, browser)


def return_factor(
    core: Core, user_id: str, code: str, password: str, browser: Browser, language: str
) -> Started | Refused:
    """After the wait: the letter's code and the password. Without the password a code is sent; it is asked next.

    Raises `passwords.Busy`.
    """
    if not password:
        return _return_by_channel(core, user_id, code, browser, language)

    def then(db: DbSession, citizen: Citizen) -> Started | Refused:
        key = _key(db, citizen, user_id)
        refused = login.take_try(core, db, key, browser)
        if refused:
            return refused
        row = recovery.of(db, citizen.id)
        if row is None or row.kind != FACTOR or "code" not in _proofs(db, row, code, browser):
            return Refused("wrong")
        throttle.give_back(db, key)
        return _open(core, db, citizen, ["code", "password"], browser)

    return login.with_password(core, user_id, password, browser, then)


def _return_by_channel(core: Core, user_id: str, code: str, browser: Browser, language: str) -> Started | Refused:
    with core.database.write() as db:
        citizen = _active(login.by_user_id(db, user_id))
        key = _key(db, citizen, user_id)
        refused = login.take_try(core, db, key, browser)
        if refused:
            return refused
        row = recovery.of(db, citizen.id if citizen else "")
        if citizen is None or row is None or row.kind != FACTOR or "code" not in _proofs(db, row, code, browser):
            return Refused("wrong")
        standing = recovery.standing(row)
        if standing != "ready":
            return Refused(standing, row.ready_at if standing == "waiting" else None)
        known = notices.channels(db, citizen)
        if not known:
            return Refused("no_channel")
        return Started(_send_code(core, db, citizen, next(iter(known)), FACTOR, key, browser, language))


def _open(
    core: Core, db: DbSession, citizen: Citizen, proofs: list[str], browser: Browser, session: Session | None = None
) -> Started | Refused:
    try:
        row = recovery.open_(db, citizen, proofs)
    except NotOpen as refused:
        return Refused(refused.standing, refused.until)
    except NotProven:
        return Refused("wrong")
    if session is None:
        token, session = sessions.create(
            db, core.settings, "recovered", citizen_id=citizen.id, device=browser.label, patience=browser.patience
        )
    else:
        token = sessions.rotate(db, session, core.settings, "recovered")
    session.enrolment, session.challenge = None, {"recovery": row.serial, "kind": row.kind}
    return Started(token)


def finish(core: Core, db: DbSession, citizen: Citizen, session: Session) -> None:
    """What was lost has been replaced. Raises NotOpen where the recovery was stopped meanwhile."""
    recovery.finish(db, citizen, str((session.challenge or {}).get("recovery", "")))


def usable(db: DbSession, citizen_id: str) -> list[Credential]:
    """The factors that may prove who asks for a new password."""
    return login.usable(db, citizen_id)


def _proofs(db: DbSession, row: Recovery | None, code: str, browser: Browser) -> list[str]:
    """What the return proves. As much is computed for nobody's recovery."""
    found = row or NOBODY
    digits = "".join(code.split()).replace("-", "")
    right = secrets.compare_digest(recovery.code_of(db, found).encode(), digits.encode())
    same = recovery.is_same_browser(db, found, browser.device)
    return [name for name, holds in (("code", right), ("browser", same)) if holds and row is not None]


def _waiting(session: Session | None) -> dict[str, Any]:
    if session is None or session.stage != "recovery" or not sessions.is_alive(session):
        return {}
    return session.enrolment or {}


def _active(citizen: Citizen | None) -> Citizen | None:
    return citizen if citizen and citizen.status == "active" else None


def _key(db: DbSession, citizen: Citizen | None, user_id: str) -> str:
    return f"recovery:{citizen.id if citizen else digest(db, fold(user_id), 'throttle')[:40]}"


def _digest(db: DbSession, session_id: str, code: str) -> str:
    return digest(db, f"{session_id}:{code}", "recovery.sent")
