"""Which forms of a card or list of codes may be fetched, and that each is fetched once.

A form is fetched only while the card is pending, by the session that began it, within half an hour; so the file of a
card that counts can never be had again, whoever sits at the screen. `data["fetched"]` names the forms that were
fetched; `data["form"]` is the one that the citizen reads.
"""

from datetime import timedelta

from sqlalchemy.orm import Session as DbSession

from app.core import clock, events, proof
from app.core.factor import Context
from app.core.models import Credential

FRESH = timedelta(minutes=30)
READY, FETCHED, OLD = "ready", "fetched", "old"


def state_of(credential: Credential, form: str) -> str:
    """READY, FETCHED (this form was fetched already) or OLD (the card was made too long ago)."""
    if form in fetched(credential):
        return FETCHED
    return READY if clock.now() < credential.created_at + FRESH else OLD


def fetched(credential: Credential) -> list[str]:
    """The forms that were fetched, in that order."""
    return list(credential.data.get("fetched", []))


def take(context: Context, credential_id: str, form: str) -> bool:
    """Note that the form is fetched, and is read from now on; False where it may not be (fetched by then, or old).

    It is noted after the file was made and before it is sent, so a file that fails is not used up.
    """
    credential = _pending(context, credential_id)
    if credential is None or state_of(credential, form) != READY:
        return False
    credential.data = {**credential.data, "fetched": [*fetched(credential), form], "form": form}
    _record(context.db, credential, form)
    return True


def read_as(context: Context, credential_id: str, form: str) -> None:
    """The citizen reads this form of the pending card."""
    credential = _pending(context, credential_id)
    if credential is not None:
        credential.data = {**credential.data, "form": form}


def _pending(context: Context, credential_id: str) -> Credential | None:
    """The card, locked, where it is still pending and the citizen's."""
    found = proof.locked_credential(context, credential_id)
    if found is None or context.citizen is None or found.citizen_id != context.citizen.id:
        return None
    return found if found.status == "pending" else None


def _record(db: DbSession, credential: Credential, form: str) -> None:
    events.record(db, "factor.card_fetched", credential.citizen_id, credential=credential.id, form=form)
