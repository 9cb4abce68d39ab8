"""The demo's mailbox: what was sent, to whom, newest first. Only where the demo is on: it shows everybody's codes."""

import re
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession
from starlette.responses import JSONResponse, Response

from app.core import outbox
from app.core.models import OutboxMessage
from app.ui.i18n import LANGUAGES, N_
from app.ui.messages import Composer
from app.ui.routing import Page
from app.ui.sound import sound
from app.ui.speech import speak_code
from app.ui.visit import PageError, Visit

LOOKED_THROUGH = 500
SHOWN = 50
ID = re.compile(r"[0-9a-f-]{36}")
CHANNELS = {
    "email": N_("E-mail"),
    "sms": N_("Text message"),
    "call": N_("Telephone call"),
    "letter": N_("Letter"),
}


@dataclass(frozen=True)
class Mail:
    """One message as it was sent. `code` is what a call speaks, as digits; empty for the others."""

    id: str
    at: datetime
    channel: str
    to: str
    purpose: str
    language: str
    subject: str
    body: str
    code: str


def mailbox(visit: Visit) -> Response:
    """Everything that was sent, or what was sent to one address or number."""
    to = visit.request.query_params.get("to", "").strip()[:200]
    return visit.render("demo/mailbox.html", mails=_mails(visit, to), to=to, channels=CHANNELS)


def for_machines(visit: Visit) -> Response:
    """The same as JSON. `code` and `body` are the words that were sent; `sound` is where a call can be heard."""
    to = visit.request.query_params.get("to", "")
    listed = [
        {
            **asdict(mail),
            "at": mail.at.isoformat(),
            "sound": visit.url("mailbox_sound", message=mail.id) if mail.code else None,
        }
        for mail in _mails(visit, to)
    ]
    return JSONResponse({"messages": listed})


def spoken(visit: Visit) -> Response:
    """What a telephone call says, as a sound."""
    wanted = visit.params["message"]
    with visit.read() as db:
        # PostgreSQL refuses text with a NUL in it, so only what may be an id is looked up.
        message = db.get(OutboxMessage, wanted) if ID.fullmatch(wanted) else None
        mail = _mail(visit, db, message) if message else None
    if mail is None or not mail.code:
        raise PageError(404)
    return sound(speak_code(mail.code, "en" if mail.language == "en" else "da"), visit.request.headers.get("range"))


def _mails(visit: Visit, to: str) -> list[Mail]:
    with visit.read() as db:
        mails = [_mail(visit, db, message) for message in outbox.recent(db, LOOKED_THROUGH)]
    return [mail for mail in mails if _is_for(mail.to, to)][:SHOWN]


def _mail(visit: Visit, db: DbSession, message: OutboxMessage) -> Mail:
    params = outbox.params_of(db, message)
    language = message.language if message.language in LANGUAGES else LANGUAGES[0]
    subject, body = Composer.of(visit.settings).compose(message.purpose, language, params, message.channel)
    return Mail(
        id=message.id,
        at=message.created_at,
        channel=message.channel,
        to=outbox.recipient_of(db, message),
        purpose=message.purpose,
        language=language,
        subject=subject,
        body=body,
        code=body if message.channel == "call" else "",
    )


def _is_for(recipient: str, wanted: str) -> bool:
    """True where `wanted` names the recipient: an address, or a number with or without country code and spaces."""
    if "@" in wanted or not wanted.strip():
        return wanted.strip().casefold() in ("", recipient.casefold())
    digits = "".join(sign for sign in wanted if sign.isdigit()).removeprefix("00")
    return len(digits) >= 6 and recipient.startswith("+") and recipient.endswith(digits)


GET = ("GET",)
PAGES = [
    Page("mailbox", "/demo/postkasse", "/demo/mailbox", mailbox, methods=GET),
    Page("mailbox_json", "/demo/postkasse.json", "/demo/mailbox.json", for_machines, methods=GET),
    Page("mailbox_sound", "/demo/postkasse/{message}/lyd", "/demo/mailbox/{message}/sound", spoken, methods=GET),
]
