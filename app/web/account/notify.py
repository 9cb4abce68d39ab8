"""How much we write to the citizen of our own accord. What is critical is always told."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import account, notices
from app.ui.forms import N_, Form, RadioField, choices_of
from app.ui.notice_levels import CHOOSE, EXPLAINED, LEVELS
from app.ui.routing import Page
from app.ui.visit import Visit

CHANGED = N_("Your choice of messages is saved.")


class NotifyForm(Form):
    """One of the three levels."""

    notify = RadioField(
        N_("How much shall we write to you?"),
        [AnyOf(list(LEVELS), message=CHOOSE)],
        choices=choices_of(LEVELS.items()),
        validate_choice=False,
    )


def notify(visit: Visit) -> Response:
    """Choose the level."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        level, reachable = citizen.notify, bool(notices.channels(db, citizen))
    form = visit.form(NotifyForm, notify=level)
    if form.accepted():
        with visit.write() as db:
            account.set_notify(db, visit.citizen(db, lock=True), str(form.notify.data))
        visit.done(CHANGED)
        return visit.redirect("account")
    return visit.render("account/notify.html", form=form, explained=EXPLAINED, reachable=reachable)


PAGES = [
    Page("notify", "/min-side/notifikation", "/my-page/notification", notify, access="fresh", form=NotifyForm),
]
