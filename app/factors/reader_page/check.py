"""The code reader: the browser that logs on asks, a device of the citizen's own gives the code. See `device.py`.

Of `credential.data`: `asked` is the one open question, and who asks; `code` is the one code that was made for it, kept
as a keyed digest with its end and its wrong tries; `codes` are the moments of the last day's codes since one was
answered rightly. `device` is the label of the device, `style` how it gives codes (`style.py`).
"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session as DbSession

from app.core import clock, pairing
from app.core.factor import RIGHT, Check, Context, Question
from app.core.models import Credential, new_id
from app.core.patience import code_time
from app.core.sealed import digest

KIND = "reader_page"
CODE_DIGITS = 6
TRIES_A_CODE = 3
CODES_A_DAY = 10
PAUSE = timedelta(seconds=30)
DAY = timedelta(days=1)


def prepare(context: Context, credential: Credential, given: Mapping[str, str]) -> None:
    """A pairing code; no device has used it yet."""
    pairing.renew(context, credential)


def ask(context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """Open a question. The one before, and its code, are void: a code is for one browser only.

    `outcome` of asking for it: new_pairing or asked.
    """
    assert credential is not None
    outcome = "asked"
    if credential.status == "pending" and not is_paired(credential) and requested:
        pairing.renew(context, credential)
        outcome = "new_pairing"
    session = context.session
    lasts = code_time(context.settings, context.patience)
    asked = {
        "id": new_id(),
        "session": session.id if session else "",
        "browser": session.device if session else "",
        "at": clock.now().isoformat(),
        "code_seconds": int(lasts.total_seconds()),
    }
    credential.data = {**credential.data, "asked": asked, "code": None}
    return {"asked": asked["id"], **({"outcome": outcome} if requested else {})}


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """Judge a code. It is good once, until its end, for the browser that asked, and void after three wrong tries."""
    opened, code = credential.data.get("code"), given.get("code", "")
    if not is_asked(credential, question):
        return Check("void", counts=False)
    if opened is None:
        return Check("unheard", counts=False)
    if clock.now() >= ends(opened):
        credential.data = {**credential.data, "code": None}
        return Check("expired", counts=False)
    if len(code) != CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    if not hmac.compare_digest(opened["digest"], digest_of(context.db, credential, opened["id"], code)):
        tries = opened["tries"] + 1
        void = tries >= TRIES_A_CODE
        credential.data = {**credential.data, "code": None if void else {**opened, "tries": tries}}
        return Check("void" if void else "wrong")
    # Answered rightly: the device is in its owner's hands, and the next code need not wait.
    credential.data = {**credential.data, "asked": None, "code": None, "codes": []}
    return RIGHT


def is_paired(credential: Credential) -> bool:
    """True where a device is tied to this credential."""
    return "device" in credential.data


def is_asked(credential: Credential, question: Question) -> bool:
    """True where this question is the open one."""
    asked = credential.data.get("asked")
    return asked is not None and asked["id"] == question.get("asked")


def open_code(credential: Credential) -> dict[str, Any] | None:
    """The code that can still be answered, without its digits, or None."""
    opened: dict[str, Any] | None = credential.data.get("code")
    return opened if opened and clock.now() < ends(opened) else None


def ends(opened: Mapping[str, Any]) -> datetime:
    """When an open code can no longer be used."""
    return datetime.fromisoformat(opened["ends_at"])


def refusal(credential: Credential, now: datetime) -> str | None:
    """Why no code is made now: too_many in a day, or too_soon after the last one; None where one can be made."""
    codes = today(credential, now)
    if len(codes) >= CODES_A_DAY:
        return "too_many"
    return "too_soon" if codes and now - datetime.fromisoformat(codes[-1]) < PAUSE else None


def today(credential: Credential, now: datetime) -> list[str]:
    """The moments of the last day's codes."""
    return [moment for moment in credential.data.get("codes", []) if now - datetime.fromisoformat(moment) < DAY]


def digest_of(db: DbSession, credential: Credential, code_id: str, code: str) -> str:
    """What a code is known by."""
    return digest(db, f"{credential.id}:{code_id}:{code}", KIND)
