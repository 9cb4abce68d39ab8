"""What was typed when a session ended, kept for the same citizen for a day. Never a secret (WCAG 2.2.5, 2.2.6)."""

import json
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session as DbSession

from app.core import clock
from app.core.models import Draft
from app.core.sealed import seal, unseal

KEPT_FOR = timedelta(days=1)
LONGEST_PATH = 200  # as the column is


def save(db: DbSession, citizen_id: str, path: str, fields: dict[str, str]) -> None:
    """Keep the fields of the form at `path`; an earlier draft is replaced."""
    sealed = seal(db, json.dumps(fields), "draft.fields")
    db.merge(Draft(citizen_id=citizen_id, path=path, fields=sealed, saved_at=clock.now()))


def load(db: DbSession, citizen_id: str, path: str) -> dict[str, str]:
    """The kept fields, or none."""
    draft = db.get(Draft, (citizen_id, path))
    if draft is None or clock.now() - draft.saved_at > KEPT_FOR:
        return {}
    fields: dict[str, str] = json.loads(unseal(db, draft.fields, "draft.fields"))
    return fields


def drop(db: DbSession, citizen_id: str, path: str) -> None:
    """The form was sent: the draft has served."""
    db.execute(delete(Draft).where(Draft.citizen_id == citizen_id, Draft.path == path))


def forget_old(db: DbSession) -> None:
    """Housekeeping."""
    db.execute(delete(Draft).where(Draft.saved_at < clock.now() - KEPT_FOR))
