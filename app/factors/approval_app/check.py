"""The approval app: the first proof is a device that used the pairing code, each further one an approved request.

The device's side is `device.py`; here the browser that logs on asks, and finds out what came of it.
`credential.data` holds public_key and label of the device; see `pairing` and `asking` for the rest.
"""

from collections.abc import Mapping

from app.core import clock
from app.core.factor import RIGHT, Check, Context, Question
from app.core.models import Credential
from app.factors.approval_app import asking, pairing

WAITING = Check("waiting", counts=False)
EXPIRED = Check("expired", counts=False)
VOID = Check("void", counts=False)
# What a request that was not approved is called to the browser that asked.
ENDED = {"rejected": "rejected", "reported": "rejected", "void": "numbers"}


def prepare(context: Context, credential: Credential, given: Mapping[str, str]) -> None:
    """A pairing code; no device has used it yet."""
    pairing.renew(context, credential)


def ask(context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """Pair first. After that a request is sent when the citizen asks for it, and never by a password alone."""
    assert credential is not None
    if credential.status == "pending" and not credential.proofs:
        if not requested or pairing.is_paired(credential):
            return {"step": "pair"}
        pairing.renew(context, credential)
        return {"step": "pair", "outcome": "new_code"}
    return asking.send(context, credential) if requested else {"step": "request"}


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """What came of it. An approved request is used up by the browser that asked, once."""
    if question.get("step") == "pair":
        return _check_pairing(credential)
    request = credential.data.get("request")
    if request is None or request["id"] != question.get("request"):
        return VOID
    if request["state"] in ENDED:
        return Check(ENDED[request["state"]], counts=False)
    if clock.now() >= asking.ends(request):
        asking.use_up(credential)
        return EXPIRED
    if request["state"] != "approved":
        return WAITING
    asking.use_up(credential)
    return RIGHT


def _check_pairing(credential: Credential) -> Check:
    if credential.status != "pending" or credential.proofs:
        return VOID
    if pairing.is_paired(credential):
        return RIGHT
    return EXPIRED if clock.now() >= pairing.ends(credential) else WAITING
