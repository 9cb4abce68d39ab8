"""A password hash to check where there is none, so that an unknown user costs what a known one does.

A hash costs what its own parameters say, and those of an account may be older than today's, or an old scheme's. So the
stand-in is made from an account's hash: by the user id that was typed, always the same account for the same id.
"""

import base64
import os

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from app.core.models import Citizen, LegacyIdentity
from app.core.sealed import digest


def stand_in(db: DbSession, model: type[Citizen] | type[LegacyIdentity], typed: str) -> str | None:
    """A hash that no password fits, as costly as one that `model` holds; None where it holds none.

    Look it up for known users too: the query is part of the cost.
    """
    held = select(model.password_hash).where(model.password_hash.is_not(None)).order_by(model.id).limit(1)
    after = held.where(model.id >= digest(db, typed, "decoy")[:32])
    found = db.scalar(select(func.coalesce(after.scalar_subquery(), held.scalar_subquery())))
    return unmatched(found) if found else None


def unmatched(stored: str) -> str:
    """The PHC string of `stored` with random bytes for its hash: it costs the same to check, and nothing fits it."""
    start, _, held = stored.rpartition("$")
    size = len(base64.b64decode(held + "=" * (-len(held) % 4)))
    return f"{start}${base64.b64encode(os.urandom(size)).decode().rstrip('=')}"
