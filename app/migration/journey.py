"""The crossing's state: what is done, what comes next, and its end. Progress is kept after every step."""

from sqlalchemy.orm import Session as DbSession

from app.core import account, clock, enrol, events, notices, sessions
from app.core.context import Core
from app.core.models import Citizen, Credential, Crossing, Session
from app.migration.terms import TERMS

# The pages of the crossing in order, and the step of five that each belongs to.
STEPS = {
    "crossing_nemid": 1,
    "crossing_terms": 2,
    "crossing_contact": 3,
    "crossing_factor": 4,
    "crossing_logon": 5,
    "crossing_prepare": 5,
}


def of_citizen(db: DbSession, citizen: Citizen, *, lock: bool = False) -> Crossing:
    """The crossing of a citizen."""
    return db.get_one(Crossing, citizen.id, with_for_update=lock)


def next_page(citizen: Citizen, crossing: Crossing) -> str:
    """The first page that is not done yet."""
    if crossing.terms_version != TERMS.version:
        return "crossing_terms"
    if not crossing.contact_done:
        return "crossing_contact"
    if not crossing.factor_kind:
        return "crossing_factor"
    if not citizen.user_id_digest or not citizen.password_hash:
        return "crossing_logon"
    return "crossing_prepare"


def is_reached(citizen: Citizen, crossing: Crossing, page: str) -> bool:
    """True where the page is done or next: steps are never skipped."""
    order = list(STEPS)
    return order.index(page) <= order.index(next_page(citizen, crossing))


def accept_terms(db: DbSession, citizen: Citizen) -> None:
    """The citizen accepts the version that was shown."""
    crossing = of_citizen(db, citizen, lock=True)
    crossing.terms_version, crossing.terms_accepted_at = TERMS.version, clock.now()
    crossing.terms_declined_at = None
    events.record(db, "crossing.terms_accepted", citizen.id, version=TERMS.version)


def decline_terms(db: DbSession, citizen: Citizen) -> None:
    """The citizen says no: nothing is lost, and they can come back."""
    crossing = of_citizen(db, citizen, lock=True)
    crossing.terms_declined_at = clock.now()
    events.record(db, "crossing.terms_declined", citizen.id, version=TERMS.version)


def choose(db: DbSession, citizen: Citizen, kind: str, notify: str) -> None:
    """Keep the choice of factor and of notices. Raises ValueError for an unknown level."""
    crossing = of_citizen(db, citizen, lock=True)
    crossing.factor_kind = kind
    account.set_notify(db, citizen, notify)


def finish(core: Core, db: DbSession, citizen: Citizen, credential: Credential, session: Session) -> str:
    """The factor is active: the citizen has the new eID and is logged on. Gives the rotated session's token.

    The caller holds the citizen's row lock, so of two crossings that end at once exactly one does this. The old
    identity is not touched: it works until the scheme is closed.
    """
    if citizen.status != "crossing":
        raise AlreadyFinished
    now = clock.now()
    citizen.status, citizen.crossed_at, citizen.last_logon_at = "active", now, now
    crossing = of_citizen(db, citizen, lock=True)
    crossing.finished_at, crossing.credential_id = now, credential.id
    events.record(db, "crossing.finished", citizen.id, kind=credential.kind)
    notices.send(db, citizen, "crossing.finished")
    session.level = int(min(citizen.identity_level, core.factors[credential.kind].level))
    session.method = credential.kind
    token = sessions.rotate(db, session, core.settings, "logged_on")
    sessions.make_fresh(session, core.settings)
    sessions.revoke_all(db, citizen.id, keep=session.id)
    return token


class AlreadyFinished(Exception):
    """This citizen has crossed already, perhaps in another window."""


def first_factor(db: DbSession, citizen: Citizen) -> Credential | None:
    """The factor that the crossing activated, or the oldest that is active."""
    crossing = db.get(Crossing, citizen.id)
    active = enrol.active(db, citizen)
    first = next((item for item in active if crossing and item.id == crossing.credential_id), None)
    return first or (active[0] if active else None)
