"""Trying the approval app out: one page shows both screens, the one that logs on and the device."""

import secrets
from datetime import datetime

from app.core import clock
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.approval_app import pages, views
from app.ui import i18n
from app.ui.factor_pages import NoFields, Shown
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.rehearsal import Given, Outcome, Rehearsal

ACCOUNT = N_("Practice")
BROWSER = N_("The browser that you use now")
WRONG_NUMBER = N_(
    "That is not the number on the other screen. Write the two digits from that screen. "
    "In a real log-on the request ends after three wrong numbers."
)
SENT = N_("The request has been sent. Now look at both screens.")
# What is done with a request instead of approving it, and what it is called then.
ENDED = {"reject": "rejected", "report": "reported"}


def begin(_context: Context, _credential: Credential) -> Question:
    """No request has been sent yet."""
    return {"screen": "send"}


def show(context: Context, _credential: Credential, question: Question) -> Shown:
    """send: the screen that logs on. request: that screen and the device. Else what was done with the request."""
    screen = question["screen"]
    if screen == "send":
        return {"screen": screen, "step": 1, "steps": 2, "button": pages.PAGES.ask_first}
    if screen != "request":
        return {"screen": screen, "step": 2, "steps": 2, "button": pages.PAGES.ask_again}
    request = {
        "action": "logon",
        "account": i18n.translate(context.language, ACCOUNT),
        "browser": i18n.translate(context.language, BROWSER),
        "asked_at": datetime.fromisoformat(question["asked_at"]),
    }
    return {"screen": screen, "step": 2, "steps": 2, "button": "", "number": question["number"], "request": request}


def form(question: Question, deed: str) -> type[Form]:
    """Only an approval takes the number."""
    return views.NumberForm if question["screen"] == "request" and deed not in ENDED else NoFields


def judge(_context: Context, _credential: Credential, question: Question, given: Given) -> Outcome:
    """Send a request; then approve it with its number, reject it or report it."""
    if question["screen"] != "request":
        number = f"{10 + secrets.randbelow(90)}"
        return Outcome(further={"screen": "request", "number": number, "asked_at": clock.now().isoformat()}, said=SENT)
    if given["deed"] in ENDED:
        return Outcome(further={"screen": ENDED[given["deed"]]})
    if given.get("number") != question["number"]:
        return Outcome(WRONG_NUMBER, "number")
    return Outcome()


REHEARSAL = Rehearsal(begin, show, judge, form)
