"""One place where an answer to a factor's question is judged: lock, allow, check, count, note."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_

from app.core import clock, events, notices, throttle
from app.core.assurance import Level
from app.core.factor import Context, Factor, Question, level_of
from app.core.models import Credential


@dataclass(frozen=True)
class Verdict:
    """The judged answer. `reason`: empty when right, else the factor's own, or locked, disabled, over (it expired)."""

    reason: str = ""
    until: datetime | None = None
    level: Level = Level.NONE
    tries_left: int | None = None

    @property
    def ok(self) -> bool:
        """True where the factor was proven."""
        return not self.reason


def locked_credential(context: Context, credential_id: str) -> Credential | None:
    """The credential, its row locked until the transaction ends."""
    return context.db.get(Credential, credential_id, with_for_update=True, populate_existing=True)


def judge(
    context: Context, factor: Factor, credential: Credential, question: Question, given: Mapping[str, str]
) -> Verdict:
    """Judge `given` against `question`. The caller holds the credential's row lock (`locked_credential`)."""
    standing = state_of(credential)
    if standing:
        return standing
    checked = factor.check(context, credential, question, given)
    if checked.ok:
        throttle.note_right(credential)
        credential.last_used_at = clock.now()
        return Verdict(level=min(checked.level or factor.level, level_of(factor, credential)))
    if not checked.counts:
        return Verdict(checked.reason)
    return _count(context, factor, credential, checked.reason)


def not_over() -> ColumnElement[bool]:
    """For a query of credentials: those that have not expired."""
    return or_(Credential.expires_at.is_(None), Credential.expires_at > clock.now())


def state_of(credential: Credential) -> Verdict | None:
    """Why this credential cannot be asked just now, or None."""
    if credential.status not in ("active", "pending"):
        return Verdict("disabled")
    if credential.expires_at and credential.expires_at <= clock.now():
        return Verdict("over")
    if credential.locked_until and credential.locked_until > clock.now():
        return Verdict("locked", until=credential.locked_until)
    return None


def _count(context: Context, factor: Factor, credential: Credential, reason: str) -> Verdict:
    last = throttle.note_wrong(credential, context.settings, factor.max_failures)
    events.record(
        context.db,
        "factor.wrong",
        credential.citizen_id,
        credential=credential.id,
        kind=credential.kind,
        reason=reason,
    )
    if last:
        credential.status = "disabled"
        events.record(
            context.db, "factor.disabled", credential.citizen_id, credential=credential.id, kind=credential.kind
        )
        if context.citizen:
            notices.send(context.db, context.citizen, "factor.disabled", kind=credential.kind)
        return Verdict("disabled")
    return Verdict(reason, until=credential.locked_until, tries_left=factor.max_failures - credential.failures)
