"""What a citizen would lose by a change: the level High, or the second way that lets them in when the first is gone.

It is told beforehand and forbids nothing; only the last way in stays (`app.core.enrol`).
"""

from sqlalchemy.orm import Session as DbSession

from app.core import enrol
from app.core.assurance import Level
from app.core.context import Core
from app.core.factor import level_of
from app.core.models import Citizen, Credential


def lasting(db: DbSession, citizen: Citizen, without: str = "") -> list[Credential]:
    """The ways that work and do not end by themselves, but for the one with the id `without`."""
    return [item for item in enrol.active(db, citizen) if item.expires_at is None and item.id != without]


def level(core: Core, credential: Credential) -> Level:
    """The highest level that this way reaches, capped as it may be."""
    return level_of(core.factors[credential.kind], credential)


def leaves_one(db: DbSession, citizen: Citizen, credential: Credential) -> bool:
    """True where the citizen would rely on a single way without this one, and does not now."""
    mine = credential.status == "active" and credential.expires_at is None
    return mine and len(lasting(db, citizen, credential.id)) == 1


def ends_high(core: Core, db: DbSession, citizen: Citizen, credential: Credential) -> bool:
    """True where this is the last way that reaches the level High."""
    if credential.status != "active" or level(core, credential) < Level.HIGH:
        return False
    return all(level(core, item) < Level.HIGH for item in lasting(db, citizen, credential.id))


def is_capped(core: Core, db: DbSession, citizen: Citizen, kind: str, by: Level) -> bool:
    """True where a new factor of this kind could reach High, and will not for a log-on of level `by` adds it."""
    if core.factors[kind].level < Level.HIGH:
        return False
    capped = enrol.cap(core, db, citizen, by)
    return capped is not None and capped < Level.HIGH
