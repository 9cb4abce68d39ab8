"""Trying the security key out: made and used once in the browser. Its public key is in the page's form alone."""

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.security_key import check, options
from app.factors.security_key.pages import PAGES
from app.ui import i18n
from app.ui.factor_pages import Shown
from app.ui.i18n import N_
from app.ui.rehearsal import Given, Outcome, Rehearsal, words_for

NAME = N_("Practice")
MADE = N_("Your key has answered. Now use it once more, as you will do when you log on.")
DONE = N_("That was right. This is how you will log on. We have kept nothing of your key.")


def begin(context: Context, credential: Credential) -> Question:
    """A key that is still to be made."""
    check.prepare(context, credential, {})
    credential.status = "pending"
    return check.ask(context, credential, requested=True)


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """What the browser is asked: first to make a key, then to use it."""
    if question["registers"]:
        asked = options.practice(context, credential, question, i18n.translate(context.language, NAME))
        return {"ceremony": "create", "options": asked, "second": False, "step": 1, "steps": 2}
    asked = options.assertion(context, credential, question)
    return {"ceremony": "get", "options": asked, "second": True, "step": 2, "steps": 2}


def judge(context: Context, credential: Credential, question: Question, given: Given) -> Outcome:
    """The checks of a real registration and a real log-on, with their words for each way it can fail."""
    checked = check.check(context, credential, question, given)
    if not checked.ok:
        return Outcome(words_for(PAGES, checked))
    if question["registers"]:
        return Outcome(further=check.ask(context, credential, requested=True), said=MADE)
    return Outcome(said=DONE)


REHEARSAL = Rehearsal(begin, show, judge, scripts=PAGES.scripts)
