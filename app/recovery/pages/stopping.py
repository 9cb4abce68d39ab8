"""This was not me: with the code of a message, or logged on. It works at once, and asks for no fresh proof: whoever is
in need must not be stopped."""

from starlette.responses import Response

from app.core import account, recovery, throttle
from app.core.recovery import STOP_DIGITS
from app.ui.factor_pages import NoFields
from app.ui.forms import N_, BooleanField, Code, Filled, Form
from app.ui.routing import Page
from app.ui.visit import PageError, Visit

UNKNOWN = N_("We do not know this code. It may have been stopped already. Check it, or call us.")
STOPPED = N_("It is stopped. Nothing has been changed.")


class StopForm(Form):
    """The code of the message."""

    code = Code(
        N_("Code from the message"),
        [Filled(N_("Write the code that stands in the message. It has 10 digits."))],
        description=N_("10 digits. You may write spaces."),
        digits=STOP_DIGITS,
    )
    block = BooleanField(
        N_("Block my eID too"),
        description=N_("Choose this if you think that somebody knows your password. A person opens it again."),
    )


def stop(visit: Visit) -> Response:
    """By the code that stands in every message about a recovery."""
    form = visit.form(StopForm)
    if form.accepted():
        with visit.write() as db:
            if throttle.source_exhausted(db, visit.settings, visit.browser.source):
                raise PageError(429)
            citizen = recovery.stop_by_code(db, str(form.code.data))
            if citizen is None:
                throttle.note_failure(db, visit.settings, visit.browser.source)
            elif form.block.data:
                account.block(db, citizen, "recovery")
        if citizen is not None:
            return visit.redirect("recover_stopped")
        form.fail("code", UNKNOWN)
    return visit.render("recovery/stop.html", form=form)


def stopped(visit: Visit) -> Response:
    """It is stopped, and what to do now."""
    return visit.render("recovery/stopped.html")


def mine(visit: Visit) -> Response:
    """Logged on: what is under way, and one button that stops it."""
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db:
            recovery.stop(db, visit.citizen(db, lock=True), "logged on")
        visit.done(STOPPED)
        return visit.redirect("account")
    with visit.read() as db:
        row = recovery.under_way(db, visit.live.citizen_id or "")
    return visit.render("recovery/mine.html", form=form, row=row)


PAGES = [
    Page("recover_stop", "/genopret/stop", "/recover/stop", stop),
    Page("recover_stopped", "/genopret/stoppet", "/recover/stopped", stopped, methods=("GET",)),
    Page("recovery", "/min-side/genopretning", "/my-page/recovery", mine, access="citizen"),
]
