"""A request to the app: what is asked, the number that stands on the other screen, and how often one may be sent.

`credential.data["request"]` is the one request there is. Its `state` is waiting, approved, rejected, reported or void
(three wrong numbers). `unanswered` are the moments of the last day's requests that nobody approved, `rejected` counts
rejections in a row, `paused_until` is set by two of them or by a report.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from app.core import clock
from app.core.factor import Context, Question
from app.core.models import Credential, new_id
from app.core.patience import request_time

LIFETIME = timedelta(minutes=5)
TRIES = 3
PAUSE = timedelta(minutes=15)
# So many unanswered requests in so long a time; then no more is sent (nobody gives in to a storm of requests).
CAPS = ((PAUSE, 3), (timedelta(days=1), 12))
REJECTIONS = 2
ACTIONS = {"password": "logon", "logged_on": "change"}
Request = dict[str, Any]


def send(context: Context, credential: Credential) -> Question:
    """Open a request, unless there were too many, or another browser's is open.

    `outcome`: sent, paused or open_elsewhere. A refusal leaves the open request as it is.
    """
    now = clock.now()
    refused = _refusal(context, credential, now)
    if refused is not None:
        kept = current(credential)
        return {"step": "request", "outcome": refused, **({"request": kept["id"]} if kept else {})}
    session = context.session
    request: Request = {
        "id": new_id(),
        "number": f"{10 + secrets.randbelow(90)}",
        "state": "waiting",
        "tries": 0,
        "action": "setup" if credential.status == "pending" else ACTIONS.get(session.stage if session else "", "logon"),
        "browser": session.device if session else "",
        "session": session.id if session else "",
        "asked_at": now.isoformat(),
        "ends_at": (now + request_time(LIFETIME, context.patience)).isoformat(),
    }
    unanswered = [moment.isoformat() for moment in [*_unanswered(credential, now), now]]
    credential.data = {**credential.data, "request": request, "unanswered": unanswered}
    return {"step": "request", "request": request["id"], "outcome": "sent"}


def current(credential: Credential) -> Request | None:
    """The request that still waits for its answer, or None."""
    found: Request | None = credential.data.get("request")
    return found if found and found["state"] == "waiting" and clock.now() < ends(found) else None


def ends(request: Mapping[str, Any]) -> datetime:
    """When the request can no longer be answered, or an approved one no longer be used."""
    return datetime.fromisoformat(request["ends_at"])


def paused_until(context: Context, credential: Credential, now: datetime) -> datetime | None:
    """When the next request may be sent, or None where it may be now. All apps of the citizen count as one."""
    apps = _all_of_citizen(context, credential)
    waits = [datetime.fromisoformat(app.data["paused_until"]) for app in apps if app.data.get("paused_until")]
    moments = sorted(moment for app in apps for moment in _unanswered(app, now))
    for window, most in CAPS:
        recent = [moment for moment in moments if now - moment < window]
        if len(recent) >= most:
            waits.append(recent[-most] + window)
    return max((wait for wait in waits if wait > now), default=None)


def approve(credential: Credential, request: Request) -> None:
    """The citizen typed the right number: the request can be used by the session that asked, for a while, once."""
    until = (clock.now() + LIFETIME).isoformat()
    _keep(credential, {**request, "state": "approved", "ends_at": until}, unanswered=[], rejected=0)


def reject(credential: Credential, request: Request) -> None:
    """The citizen said no; the second no in a row pauses."""
    count = credential.data.get("rejected", 0) + 1
    pause = {"paused_until": (clock.now() + PAUSE).isoformat()} if count >= REJECTIONS else {}
    _keep(credential, {**request, "state": "rejected"}, rejected=count % REJECTIONS, **pause)


def report(credential: Credential, request: Request) -> None:
    """The citizen did not ask for this: no more requests for a while."""
    _keep(credential, {**request, "state": "reported"}, paused_until=(clock.now() + PAUSE).isoformat())


def note_wrong_number(credential: Credential, request: Request) -> int:
    """Count a wrong number; gives how many tries are left. At none the request is void."""
    tries = request["tries"] + 1
    state = "void" if tries >= TRIES else "waiting"
    _keep(credential, {**request, "tries": tries, "state": state})
    return TRIES - tries


def use_up(credential: Credential) -> None:
    """The request is over."""
    _keep(credential, None)


def _keep(credential: Credential, request: Request | None, **values: Any) -> None:
    credential.data = {**credential.data, **values, "request": request}


def _refusal(context: Context, credential: Credential, now: datetime) -> str | None:
    mine = context.session.id if context.session else ""
    others = [current(app) for app in _all_of_citizen(context, credential)]
    if any(request and request["session"] != mine for request in others):
        return "open_elsewhere"
    return "paused" if paused_until(context, credential, now) else None


def _unanswered(credential: Credential, now: datetime) -> list[datetime]:
    moments = [datetime.fromisoformat(text) for text in credential.data.get("unanswered", [])]
    return [moment for moment in moments if now - moment < CAPS[-1][0]]


def _all_of_citizen(context: Context, credential: Credential) -> list[Credential]:
    """Every app the citizen has or had: a fresh set-up is no way round a pause."""
    query = select(Credential).where(Credential.citizen_id == credential.citizen_id, Credential.kind == credential.kind)
    return list(context.db.scalars(query))
