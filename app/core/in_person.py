"""What a person at the counter does for a citizen who has shown who they are: finds them, opens what was blocked, and
lifts what was capped.

`clerk` is an id and `identified` a word for the papers that were seen; both stand in the audit trail.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import enrol, events, notices, sessions, throttle
from app.core.models import Citizen
from app.core.sealed import digest


class CannotHelp(ValueError):
    """What was asked for cannot be done for this citizen; the message says why, to the clerk."""


def citizen_of(db: DbSession, cpr: str, *, status: str) -> Citizen:
    """The citizen with this CPR number (ten digits), their row locked. Raises CannotHelp unless they have `status`."""
    found = db.scalar(select(Citizen).where(Citizen.cpr_digest == digest(db, cpr, "cpr")).with_for_update())
    if found is None:
        raise CannotHelp("There is no citizen with this CPR number.")
    if found.status != status:
        raise CannotHelp(f"This citizen's eID is {found.status}, not {status}.")
    return found


def reopen(db: DbSession, cpr: str, *, clerk: str, identified: str) -> None:
    """Open a blocked eID again. What was logged on stays ended; wrong passwords are forgotten. Raises CannotHelp."""
    citizen = citizen_of(db, cpr, status="blocked")
    citizen.status, citizen.blocked_at = "active", None
    sessions.revoke_all(db, citizen.id)
    throttle.give_back(db, f"password:{citizen.id}")
    events.record(db, "reopened", citizen.id, clerk=clerk, identified=identified)
    notices.send(db, citizen, "reopened")


def confirm(db: DbSession, cpr: str, *, clerk: str, identified: str) -> None:
    """Let factors that were added at a lower level reach what they can (`enrol.cap`). Raises CannotHelp if none is."""
    citizen = citizen_of(db, cpr, status="active")
    if not enrol.confirm_in_person(db, citizen, clerk=clerk, identified=identified):
        raise CannotHelp("All of this citizen's ways of logging on reach their full level already.")
