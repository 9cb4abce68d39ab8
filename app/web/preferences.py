"""Settings for the person: time, words, size, and how much is read aloud. For everybody, logged on or not."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import preferences, sessions
from app.core.models import Session
from app.core.patience import PATIENCES
from app.core.preferences import Preferences
from app.ui.forms import N_, BooleanField, Form, RadioField, choices_of
from app.ui.routing import Page
from app.ui.visit import Visit

SAVED = N_("Your settings are saved.")
TIMES = {
    1: N_("The ordinary time"),
    2: N_("Twice as long"),
    5: N_("Five times as long"),
    10: N_("Ten times as long"),
}


class PreferencesForm(Form):
    """One wish each."""

    patience = RadioField(
        N_("How much time do you want?"),
        [AnyOf([str(times) for times in PATIENCES], message=N_("Choose how much time you want."))],
        choices=choices_of((str(times), TIMES[times]) for times in PATIENCES),
        validate_choice=False,
    )
    simple = BooleanField(N_("Show me a simpler page, in easy words"))
    big = BooleanField(N_("Make buttons, fields and text bigger"))
    reading = RadioField(
        N_("How much shall a screen reader say at each field?"),
        [AnyOf(["full", "short"], message=N_("Choose how much a screen reader shall say."))],
        choices=choices_of([("full", N_("The name of the field and its hint")), ("short", N_("Only its name"))]),
        validate_choice=False,
    )


def show(visit: Visit) -> Response:
    """Show the settings (GET); keep them in the browser, and in the account of who is logged on (POST)."""
    now = visit.preferences
    reading = "short" if now.short else "full"
    form = visit.form(PreferencesForm, patience=str(now.patience), simple=now.simple, big=now.big, reading=reading)
    if form.accepted():
        _keep(visit, _wanted(form))
        visit.done(SAVED)
        return visit.redirect("preferences", query={"next": visit.next} if visit.next else None)
    logged_on = visit.session is not None and visit.session.stage == "logged_on"
    return visit.render(
        "preferences/preferences.html",
        form=form,
        next=visit.next,
        logged_on=logged_on,
        hours=visit.settings.absolute_hours,
    )


def _wanted(form: PreferencesForm) -> Preferences:
    return Preferences(
        patience=int(form.patience.data),
        simple=bool(form.simple.data),
        big=bool(form.big.data),
        short=form.reading.data == "short",
    )


def _keep(visit: Visit, wanted: Preferences) -> None:
    visit.prefer(wanted)
    if visit.session is None:
        return
    with visit.write() as db:
        session = db.get_one(Session, visit.session.id, with_for_update=True)
        sessions.set_patience(session, visit.settings, wanted.patience)
        # Only who has shown that it is them changes the account: not who has come half the way of a log-on.
        if session.stage == "logged_on":
            preferences.save(visit.citizen(db, lock=True), wanted)


PAGES = [Page("preferences", "/indstillinger", "/settings", show)]
