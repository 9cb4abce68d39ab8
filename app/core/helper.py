"""Helper mode: a relative or a clerk sits with the citizen at their screen, for a time that is set beforehand.

While it is on, the pages show no secrets and take no changes (`app.ui.helped`). It is kept with the session, noted in
the citizen's activity, and told on every channel. When it ends, what needs a fresh proof needs one anew: a proof that
the citizen gave while the helper was there opens nothing afterwards.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices
from app.core.models import Citizen, Session

MINUTES = (15, 30, 60)
KINDS = ("relative", "clerk")
# Where it is known whose session it is; before, the browser remembers that a helper is there.
KNOWN_STAGES = ("crossing", "logged_on")


@dataclass(frozen=True)
class Helper:
    """Who helps, as the citizen gave it (`kind` is one of KINDS), and until when."""

    kind: str
    name: str
    until: datetime

    @property
    def is_here(self) -> bool:
        """True until the time is over."""
        return clock.now() < self.until


def is_known(session: Session) -> bool:
    """True where the session has a citizen in whose activity a helper can be noted."""
    return session.stage in KNOWN_STAGES and session.citizen_id is not None


def start(db: DbSession, session: Session, helper: Helper) -> None:
    """The helper is there from now on. One that is there already stays, with their own time.

    The name is kept in the activity alone. A set-up that was begun on Min side is dropped: it was opened by a fresh
    proof, and would show its secrets without one when the helper mode is stopped.
    """
    if session.helper_until is not None or not is_known(session):
        return
    session.helper_until, session.helper_kind = helper.until, helper.kind
    if session.stage == "logged_on":
        session.enrolment = None
    until = helper.until.isoformat(timespec="seconds")
    _note(db, session, "helper.started", relation=helper.kind, helper=helper.name, until=until, device=session.device)


def end(db: DbSession, session: Session, how: str) -> None:
    """The helper mode is over: `how` is time, button or logoff. Does nothing where it was not on."""
    if session.helper_until is None:
        return
    relation = session.helper_kind
    session.helper_until = session.helper_kind = session.fresh_until = None
    _note(db, session, "helper.ended", relation=relation, how=how)


def note_refused(db: DbSession, session: Session, page: str) -> None:
    """What a helper may not see was asked for, on the page of this name."""
    events.record(db, "helper.refused", session.citizen_id, page=page)


def _note(db: DbSession, session: Session, kind: str, **detail: object) -> None:
    events.record(db, kind, session.citizen_id, **detail)
    notices.send(db, db.get_one(Citizen, session.citizen_id), kind)
