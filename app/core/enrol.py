"""Adding, proving, renaming, replacing and removing factors. Nobody is ever left without a way in."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices, proof, sessions
from app.core.assurance import Level
from app.core.context import Core
from app.core.factor import Factor, level_of
from app.core.models import Citizen, Credential
from app.core.proof import Verdict
from app.core.sealed import seal, unseal

NAME_LONGEST = 60


class LastWayIn(Exception):
    """The factor is the last that works: add another first."""


class NotTheirs(Exception):
    """There is no such factor of this citizen."""


@dataclass(frozen=True)
class Progress:
    """How far an activation has come: `done` of `needed` proofs, and what the last answer was worth."""

    verdict: Verdict
    done: int
    needed: int

    @property
    def active(self) -> bool:
        """True where the factor is active now."""
        return self.verdict.ok and self.done >= self.needed


def prepare(
    core: Core,
    db: DbSession,
    citizen: Citizen,
    kind: str,
    given: Mapping[str, str],
    *,
    name: str = "",
    replaces: str | None = None,
    by: Level = Level.HIGH,
) -> Credential:
    """A new pending credential. An earlier unfinished one of the same kind is dropped. Raises CannotPrepare.

    `by`: the level of the log-on that adds it; it says how far the new one may reach (`cap`).
    """
    factor = core.factors[kind]
    credential = Credential(citizen_id=citizen.id, kind=kind, created_at=clock.now(), data={})
    credential.name = seal(db, name[:NAME_LONGEST], "credential.name")
    factor.prepare(core.context(db, citizen), credential, given)
    if replaces:
        credential.data = {**credential.data, "replaces": theirs(db, citizen, replaces).id}
    capped = cap(core, db, citizen, by)
    if capped is not None:
        credential.data = {**credential.data, "capped": int(capped)}
    db.execute(
        update(Credential)
        .where(Credential.citizen_id == citizen.id, Credential.kind == kind, Credential.status == "pending")
        .values(status="removed", secret=None, lookup_digest=None)
        .execution_options(synchronize_session=False)
    )
    db.add(credential)
    db.flush()
    return credential


def cap(core: Core, db: DbSession, citizen: Citizen, by: Level) -> Level | None:
    """How far a factor may reach that a log-on of level `by` adds; None: as far as it can.

    What has reached High is replaced at High by itself or by a person only (SP 800-63B-4 section 4.1.2: a new
    authenticator is bound by proof at the highest level that the account has). While crossing nothing is there yet.
    """
    if citizen.status == "crossing" or by >= Level.HIGH:
        return None
    if by == Level.NONE:  # a recovery: nothing was proven but what was sent or posted
        return Level.SUBSTANTIAL
    query = select(Credential).where(Credential.citizen_id == citizen.id, Credential.activated_at.is_not(None))
    known = list(db.scalars(query))
    if any("capped" in item.data for item in known):
        return Level.SUBSTANTIAL
    had_high = any(level_of(core.factors[item.kind], item) == Level.HIGH for item in known if item.kind in core.factors)
    return Level.SUBSTANTIAL if had_high and by < citizen.identity_level else None


def confirm_in_person(db: DbSession, citizen: Citizen, *, clerk: str, identified: str) -> int:
    """A person has seen the citizen with their factors: they reach what they can again. Gives how many were capped.

    Removed ones count too: their cap goes on to those that are added later. The rows are locked, for a log-on may be
    using up a code of one of them just now.
    """
    query = select(Credential).where(Credential.citizen_id == citizen.id).with_for_update()
    rows = db.scalars(query.execution_options(populate_existing=True))
    capped = [item for item in rows if "capped" in item.data]
    for item in capped:
        item.data = {key: value for key, value in item.data.items() if key != "capped"}
    if capped:
        events.record(db, "factor.confirmed", citizen.id, count=len(capped), clerk=clerk, identified=identified)
        notices.send(db, citizen, "factor.confirmed")
    return len(capped)


def prove(
    core: Core,
    db: DbSession,
    citizen: Citizen,
    credential: Credential,
    question: Mapping[str, object],
    given: Mapping[str, str],
    *,
    keep_session: str | None = None,
) -> Progress:
    """Judge one proof of a pending credential; at the last that it needs it becomes active.

    Where it replaces another, every session but the one with the id `keep_session` ends. The caller holds the
    credential's row lock (`proof.locked_credential`).
    """
    factor = core.factors[credential.kind]
    if credential.status != "pending":
        return Progress(Verdict("void"), credential.proofs, factor.proofs_to_activate)
    verdict = proof.judge(core.context(db, citizen), factor, credential, dict(question), given)
    if verdict.ok:
        credential.proofs += 1
        if credential.proofs >= factor.proofs_to_activate:
            _activate(db, citizen, credential, keep_session)
    return Progress(verdict, credential.proofs, factor.proofs_to_activate)


def rename(db: DbSession, citizen: Citizen, credential_id: str, name: str) -> None:
    """Give a factor a name of the citizen's own. Raises NotTheirs."""
    credential = theirs(db, citizen, credential_id)
    credential.name = seal(db, name[:NAME_LONGEST], "credential.name")
    events.record(db, "factor.renamed", citizen.id, credential=credential_id)
    notices.send(db, citizen, "factor.renamed", kind=credential.kind)


def remove(db: DbSession, citizen: Citizen, credential_id: str, *, keep_session: str | None = None) -> None:
    """Remove a factor; every session but the one with the id `keep_session` ends, for one may have been opened by it.

    Raises NotTheirs, or LastWayIn where it is the only one that works.
    """
    db.get(Citizen, citizen.id, with_for_update=True)
    credential = theirs(db, citizen, credential_id)
    if is_last(db, citizen, credential):
        raise LastWayIn
    _retire(credential)
    sessions.revoke_all(db, citizen.id, keep=keep_session)
    events.record(db, "factor.removed", citizen.id, credential=credential.id, kind=credential.kind)
    notices.send(db, citizen, "factor.removed", kind=credential.kind)


def is_last(db: DbSession, citizen: Citizen, credential: Credential) -> bool:
    """True where the citizen would be stranded without this factor: one that expires is no way in that lasts."""
    working = active(db, citizen)
    others = [item for item in working if item.id != credential.id]
    lasting = [item for item in others if item.expires_at is None]
    mine = next((item for item in working if item.id == credential.id), None)
    return mine is not None and not (lasting if mine.expires_at is None else others)


def theirs(db: DbSession, citizen: Citizen, credential_id: str) -> Credential:
    """A credential of this citizen, its row locked. Raises NotTheirs."""
    found = db.get(Credential, credential_id, with_for_update=True, populate_existing=True)
    if found is None or found.citizen_id != citizen.id or found.status == "removed":
        raise NotTheirs(credential_id)
    return found


def active(db: DbSession, citizen: Citizen) -> list[Credential]:
    """The factors that work, oldest first; not those that have expired."""
    query = select(Credential).where(Credential.citizen_id == citizen.id, Credential.status == "active")
    query = query.where(proof.not_over())
    return list(db.scalars(query.order_by(Credential.created_at)).all())


def shown(db: DbSession, citizen: Citizen) -> list[Credential]:
    """The factors that the citizen sees on their page: active and disabled ones that have not expired, oldest first."""
    wanted = Credential.status.in_(("active", "disabled"))
    query = select(Credential).where(Credential.citizen_id == citizen.id, wanted, proof.not_over())
    return list(db.scalars(query.order_by(Credential.created_at)).all())


def name_of(db: DbSession, credential: Credential) -> str:
    """The citizen's own name of a factor, or empty."""
    return unseal(db, credential.name, "credential.name")


def factor_of(core: Core, credential: Credential) -> Factor:
    """The factor that a credential belongs to."""
    return core.factors[credential.kind]


def _activate(db: DbSession, citizen: Citizen, credential: Credential, keep_session: str | None) -> None:
    credential.status = "active"
    credential.activated_at = credential.last_used_at = clock.now()
    replaced = credential.data.get("replaces")
    if replaced:
        credential.data = {key: value for key, value in credential.data.items() if key != "replaces"}
        older = db.get(Credential, replaced, with_for_update=True)
        if older and older.citizen_id == citizen.id and older.status != "removed":
            _retire(older)
            sessions.revoke_all(db, citizen.id, keep=keep_session)
            events.record(db, "factor.removed", citizen.id, credential=older.id, kind=older.kind)
    events.record(db, "factor.added", citizen.id, credential=credential.id, kind=credential.kind)
    if citizen.status == "active":
        notices.send(db, citizen, "factor.added", kind=credential.kind)


def _retire(credential: Credential) -> None:
    credential.status, credential.secret, credential.lookup_digest = "removed", None, None
