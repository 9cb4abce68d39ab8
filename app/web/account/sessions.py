"""Where the citizen is logged on: see it, and end it. No fresh proof is asked for what only makes the eID safer."""

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import account, sessions
from app.core.models import Citizen
from app.ui.factor_pages import NoFields
from app.ui.forms import N_
from app.ui.routing import Page
from app.ui.visit import Visit

ENDED = N_("The other log-on is ended.")
ALL_ENDED = N_("You are logged off everywhere but here.")
GONE = N_("That log-on had already ended.")


def logons(visit: Visit) -> Response:
    """The list; a button for each of the others, and one for all of them."""
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db:
            citizen = visit.citizen(db)
            if "all" in visit.fields:
                account.end_other_sessions(db, citizen, keep=visit.live.id)
                visit.done(ALL_ENDED)
            else:
                _end(visit, db, citizen, str(visit.fields.get("session", "")))
        return visit.redirect("sessions")
    with visit.read() as db:
        found = sessions.of_citizen(db, visit.live.citizen_id or "")
    names = {factor.kind: factor.pages.name for factor in visit.core.factors}
    others = [session for session in found if session.id != visit.live.id]
    return visit.render("account/sessions.html", form=form, this=visit.live, others=others, names=names)


def _end(visit: Visit, db: DbSession, citizen: Citizen, chosen: str) -> None:
    if chosen != visit.live.id and account.end_session(db, citizen, chosen):
        visit.done(ENDED)
    else:
        visit.flash(GONE)


PAGES = [Page("sessions", "/min-side/sessioner", "/my-page/sessions", logons, access="citizen")]
