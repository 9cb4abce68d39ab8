"""The temporary code: nine digits that a person gives a citizen over the counter, good for a day and a few log-ons.

It is there so that somebody who has lost every other way can log on and add one that lasts. `data["digest"]` is the
code's keyed digest; `counter` counts its uses. At the last one, and after a day, it has expired: no way in any more.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, notices
from app.core.factor import RIGHT, CannotPrepare, Check, Context, Question
from app.core.in_person import citizen_of
from app.core.models import Credential, new_id
from app.core.sealed import digest, seal

KIND = "temporary_code"
DIGITS = 9
VALID = timedelta(hours=24)
# Of 10^9 codes five may be tried: a guess hits with a chance of 5e-9.
MOST_FAILURES = 5
MOST_USES = 5


@dataclass(frozen=True)
class Issued:
    """A code as it was given out: it can be shown this once, for only its digest is kept."""

    code: str = field(repr=False)
    until: datetime


def issue(db: DbSession, cpr: str, *, clerk: str, identified: str) -> Issued:
    """Give the citizen with this CPR number a code; one from before is void. The citizen is told on every channel.

    `clerk` and `identified` (how the citizen showed who they are) stand in the audit trail. Raises
    `in_person.CannotHelp` where the eID is not active.
    """
    citizen = citizen_of(db, cpr, status="active")
    earlier = select(Credential).where(Credential.citizen_id == citizen.id, Credential.kind == KIND)
    for credential in db.scalars(earlier.with_for_update()):
        credential.status, credential.data = "removed", {}
    code, until = f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}", clock.now() + VALID
    made = Credential(id=new_id(), citizen_id=citizen.id, kind=KIND, status="active", expires_at=until)
    made.created_at = made.activated_at = clock.now()
    made.name, made.data = seal(db, "", "credential.name"), {"digest": digest_of(db, made, code)}
    db.add(made)
    db.flush()
    events.record(db, "factor.issued", citizen.id, kind=KIND, clerk=clerk, identified=identified, credential=made.id)
    notices.send(db, citizen, "factor.issued", kind=KIND)
    return Issued(code, until)


def prepare(_context: Context, _credential: Credential, _given: Mapping[str, str]) -> None:
    """Nobody gives it to themselves: raises CannotPrepare always."""
    raise CannotPrepare("code", "in_person")


def ask(_context: Context, _credential: Credential | None, *, requested: bool) -> Question:
    """Nothing is asked but the code that the citizen was given."""
    return {}


def check(context: Context, credential: Credential, _question: Question, given: Mapping[str, str]) -> Check:
    """Judge the code, and count its use; at the last use it expires."""
    code = given.get("code", "")
    if credential.counter >= MOST_USES:
        return Check("over", counts=False)
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    if not hmac.compare_digest(credential.data["digest"], digest_of(context.db, credential, code)):
        return Check("wrong")
    credential.counter += 1
    if credential.counter == MOST_USES:
        credential.expires_at = clock.now()
    return RIGHT


def uses_left(credential: Credential) -> int:
    """How many times more it can be used."""
    return MOST_USES - credential.counter


def digest_of(db: DbSession, credential: Credential, code: str) -> str:
    """What a code is known by."""
    return digest(db, f"{credential.id}:{code}", "temporary_code")
