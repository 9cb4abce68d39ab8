"""Helper mode: the citizen says that a relative or a clerk sits with them, and for how long. Before log-on too."""

import re
from datetime import timedelta

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import clock, helper
from app.core.helper import Helper
from app.core.models import Session
from app.ui.factor_pages import NoFields
from app.ui.forms import N_, Filled, Form, RadioField, StringField, ValidationError, choices_of
from app.ui.i18n import clock_time
from app.ui.routing import Page
from app.ui.visit import Visit

LONGEST_NAME = 60
FIGURES = re.compile(r"\d")
KINDS = {"relative": N_("Somebody I know"), "clerk": N_("Somebody at work, for instance at Borgerservice")}
TIMES = {15: N_("15 minutes"), 30: N_("30 minutes"), 60: N_("An hour")}
STARTED = N_("Helper mode is on until %(time)s. Your secrets are hidden.")
STOPPED = N_("Helper mode is off. To change something, you show again that it is you.")


class HelperForm(Form):
    """Who, and for how long."""

    name = StringField(
        N_("Who helps you?"),
        [Filled(N_("Write the name of your helper."))],
        description=N_("For example Maja. You can see the name later in the list of what has happened."),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    kind = RadioField(
        N_("How do you know your helper?"),
        [AnyOf(list(KINDS), message=N_("Choose how you know your helper."))],
        choices=choices_of(KINDS.items()),
        validate_choice=False,
    )
    minutes = RadioField(
        N_("For how long?"),
        [AnyOf([str(minutes) for minutes in TIMES], message=N_("Choose for how long."))],
        choices=choices_of((str(minutes), words) for minutes, words in TIMES.items()),
        validate_choice=False,
    )

    def validate_name(self, field: StringField) -> None:
        """A name, and nothing that may be a number of the citizen's: it is kept as it stands."""
        if FIGURES.search(field.data or ""):
            raise ValidationError(N_("Write only a name, without figures."))
        if len(field.data or "") > LONGEST_NAME:
            raise ValidationError(N_("Write a shorter name, at most 60 characters."))


def show(visit: Visit) -> Response:
    """Say what helper mode is, and start it; where it is on, say until when, and offer to stop it."""
    form = visit.form(HelperForm, minutes="30")
    if visit.helped is None and form.accepted():
        until = clock.now() + timedelta(minutes=int(form.minutes.data))
        _start(visit, Helper(str(form.kind.data), str(form.name.data), until))
        visit.done(STARTED, time=clock_time(visit.language, until))
        return visit.redirect_to(_back(visit))
    return visit.render("account/helper.html", form=form, next=visit.next)


def stop(visit: Visit) -> Response:
    """Stop it at once, and go back to the page on which the button was."""
    form = visit.form(NoFields)
    if form.accepted():
        _end(visit)
        visit.done(STOPPED)
    return visit.redirect_to(_back(visit))


def _start(visit: Visit, chosen: Helper) -> None:
    session = visit.session
    if session is None or not helper.is_known(session):
        visit.await_helper(chosen)
        return
    with visit.write() as db:
        helper.start(db, db.get_one(Session, session.id, with_for_update=True), chosen)


def _end(visit: Visit) -> None:
    visit.forget_helper()
    if visit.session is not None and visit.session.helper_until is not None:
        with visit.write() as db:
            helper.end(db, db.get_one(Session, visit.session.id, with_for_update=True), "button")


def _back(visit: Visit) -> str:
    logged_on = visit.session is not None and visit.session.stage == "logged_on"
    return visit.next or visit.url("account" if logged_on else "home")


PAGES = [
    Page("helper", "/min-side/hjaelper", "/my-page/helper", show),
    Page("helper_stop", "/min-side/hjaelper/stop", "/my-page/helper/stop", stop, methods=("POST",)),
]
