"""Telling the citizen what happened to their eID, on every channel they have confirmed.

Critical notices are always sent; the citizen's level decides over the others (critical < new < every).
"""

from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session as DbSession

from app.core import outbox
from app.core.models import Citizen
from app.core.sealed import unseal

LEVELS = ("critical", "new", "every")
# Which level a notice needs; what is not named here is critical.
OPTIONAL = {"logon.new_device": "new", "logon": "every", "factor.renamed": "new"}


def send(db: DbSession, citizen: Citizen, purpose: str, **params: Any) -> None:
    """Put the notice in the outbox for e-mail and mobile, where there are any and the level asks for it."""
    needed = OPTIONAL.get(purpose, "critical")
    if LEVELS.index(needed) > LEVELS.index(citizen.notify):
        return
    for channel, recipient in channels(db, citizen).items():
        outbox.put(db, channel, recipient, purpose, params, citizen=citizen, useful_for=timedelta(days=1))


def channels(db: DbSession, citizen: Citizen) -> dict[str, str]:
    """The confirmed channels and their addresses: email, sms."""
    found = {
        "email": unseal(db, citizen.email, "citizen.email"),
        "sms": unseal(db, citizen.mobile, "citizen.mobile"),
    }
    return {channel: recipient for channel, recipient in found.items() if recipient}
