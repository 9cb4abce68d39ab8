"""The audio code: six digits that a telephone call speaks, good for one log-on.

No call is made before the citizen asks for it: they put their headphones on first, and nobody's telephone can be
made to ring by a password alone again and again (`refusal`). `credential.secret` is the number, sealed. Of
`credential.data`: `calls` are the moments of the last day's calls; `called_at` is the last call that nobody has
answered rightly yet; `code` is the one open code, kept as a keyed digest with its end and its wrong tries.
"""

import hmac
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from app.core import clock, outbox
from app.core.contact import ContactError, parse_mobile
from app.core.factor import RIGHT, CannotPrepare, Check, Context, Question
from app.core.models import Credential
from app.core.patience import code_time
from app.core.sealed import digest, seal, unseal

CODE_DIGITS = 6
TRIES_A_CODE = 3
CALLS_A_DAY = 10
PAUSE = timedelta(seconds=30)
DAY = timedelta(days=1)
PURPOSE = "credential.secret"


def prepare(context: Context, credential: Credential, given: Mapping[str, str]) -> None:
    """Keep the number that shall be called. Raises CannotPrepare for `phone`, with the code of a ContactError.

    The calls of the day are counted on, so that a fresh set-up is no way round the cap.
    """
    try:
        number = parse_mobile(given.get("phone", ""), allow_landline=True)
    except ContactError as error:
        raise CannotPrepare("phone", error.code) from None
    credential.secret = seal(context.db, number, PURPOSE)
    credential.data = {"calls": _calls_of_all(context, credential), "called_at": None, "code": None}


def ask(context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """Wait until a call is asked for; then call, unless it is too soon or too often.

    `outcome` of asking for one: calling, too_soon or too_many. A refusal leaves the open code as it is.
    """
    assert credential is not None
    if not requested:
        return {"state": "waiting"}
    refused = refusal(credential, clock.now())
    if refused is None:
        return {**_call(context, credential), "outcome": "calling"}
    opened = open_code(credential)
    asked = {"state": "called", "call": opened["call"]} if opened else {"state": "waiting"}
    return {**asked, "outcome": refused}


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """Judge a code. It is good once, until its end, and void after three wrong tries."""
    opened, code = credential.data.get("code"), given.get("code", "")
    if opened is None or opened["call"] != question.get("call"):
        return Check("void", counts=False)
    if clock.now() >= ends(opened):
        credential.data = {**credential.data, "code": None}
        return Check("expired", counts=False)
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    if not hmac.compare_digest(opened["digest"], digest_of(context, credential, opened["call"], code)):
        tries = opened["tries"] + 1
        void = tries >= TRIES_A_CODE
        credential.data = {**credential.data, "code": None if void else {**opened, "tries": tries}}
        return Check("void" if void else "wrong")
    # Answered rightly: the telephone is theirs, and the next call need not wait.
    credential.data = {**credential.data, "code": None, "called_at": None}
    return RIGHT


def reported(context: Context, credential: Credential, reference: str, what: str) -> bool:
    """Whoever answered that call says what of it: where it spoke the open code, the code is void. True where it did."""
    opened = credential.data.get("code")
    if opened is None or opened["call"] != reference:
        return False
    credential.data = {**credential.data, "code": None}
    return True


def refusal(credential: Credential, now: datetime) -> str | None:
    """Why no call is made now: too_many in a day, or too_soon after the last one; None where one can be made."""
    if len(_today(credential, now)) >= CALLS_A_DAY:
        return "too_many"
    last = credential.data.get("called_at")
    return "too_soon" if last and now - datetime.fromisoformat(last) < PAUSE else None


def open_code(credential: Credential) -> dict[str, Any] | None:
    """The code that can still be answered, without its digits, or None."""
    opened: dict[str, Any] | None = credential.data.get("code")
    return opened if opened and clock.now() < ends(opened) else None


def ends(opened: Mapping[str, Any]) -> datetime:
    """When an open code can no longer be used."""
    return datetime.fromisoformat(opened["ends_at"])


def number_of(context: Context, credential: Credential) -> str:
    """The number that is called, E.164."""
    return unseal(context.db, credential.secret, PURPOSE)


def _call(context: Context, credential: Credential) -> Question:
    """Make a code and queue the call that speaks it. The code before is void, and is not spoken if it still waits."""
    assert context.citizen is not None
    now, lifetime = clock.now(), code_time(context.settings, context.patience)
    earlier = credential.data.get("code")
    if earlier:
        outbox.withdraw(context.db, earlier["call"])
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    call = outbox.put(
        context.db,
        "call",
        number_of(context, credential),
        "audio.code",
        {"code": code},
        citizen=context.citizen,
        useful_for=lifetime,
    )
    credential.data = {
        **credential.data,
        "calls": [*_today(credential, now), now.isoformat()],
        "called_at": now.isoformat(),
        "code": {
            "call": call,
            "digest": digest_of(context, credential, call, code),
            "ends_at": (now + lifetime).isoformat(),
            "tries": 0,
        },
    }
    return {"state": "called", "call": call}


def digest_of(context: Context, credential: Credential, call: str, code: str) -> str:
    """What is kept of the code of a call."""
    return digest(context.db, f"{credential.id}:{call}:{code}", "audio_code")


def _today(credential: Credential, now: datetime) -> list[str]:
    return [moment for moment in credential.data.get("calls", []) if now - datetime.fromisoformat(moment) < DAY]


def _calls_of_all(context: Context, credential: Credential) -> list[str]:
    """The last day's calls to this citizen by credentials of this kind, whatever became of them."""
    query = select(Credential).where(Credential.citizen_id == credential.citizen_id, Credential.kind == credential.kind)
    now = clock.now()
    return sorted({moment for other in context.db.scalars(query) for moment in _today(other, now)})
