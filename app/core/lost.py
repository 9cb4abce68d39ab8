"""A factor that was lost is blocked at once, by itself: the citizen's other ways and their eID go on.

No fresh proof is asked for, as the lost factor may be the one that would give it; to block can only lock out, and the
citizen is told on every channel. It is not undone: a new one replaces it.
"""

from sqlalchemy.orm import Session as DbSession

from app.core import enrol, events, notices, sessions
from app.core.models import Citizen, Credential


def block(db: DbSession, citizen: Citizen, credential_id: str, *, keep_session: str | None = None) -> None:
    """Block an active factor; every session but the one with the id `keep_session` ends. Blocked already: nothing more.

    The last way in may be blocked too: somebody else may have it. Raises NotTheirs.
    """
    db.get(Citizen, citizen.id, with_for_update=True)
    credential = enrol.theirs(db, citizen, credential_id)
    if credential.status != "active":
        return
    credential.status = "disabled"
    credential.data = {**credential.data, "lost": True}
    sessions.revoke_all(db, citizen.id, keep=keep_session)
    events.record(db, "factor.blocked", citizen.id, credential=credential.id, kind=credential.kind)
    notices.send(db, citizen, "factor.blocked", kind=credential.kind)


def is_lost(credential: Credential) -> bool:
    """True where the citizen blocked it; else a blocked one had too many wrong tries."""
    return bool(credential.data.get("lost"))
