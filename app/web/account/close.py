"""Closing the eID for good."""

from starlette.responses import Response

from app.core import account
from app.ui.forms import N_, BooleanField, Form, ValidationError
from app.ui.routing import Page
from app.ui.visit import Visit


class CloseForm(Form):
    """A box to tick: nobody closes their eID by one wrong press (WCAG 3.3.6)."""

    sure = BooleanField(N_("Yes, I want to close my eID for good"))

    def validate_sure(self, field: BooleanField) -> None:
        """Not ticked is not meant."""
        if not field.data:
            raise ValidationError(N_("Tick the box if you want to close your eID. Else go back to My page."))


def close(visit: Visit) -> Response:
    """What is lost, and what to do instead."""
    form = visit.form(CloseForm)
    if form.accepted():
        with visit.write() as db:
            account.close(db, visit.citizen(db, lock=True))
        visit.log_out()
        return visit.redirect("closed")
    return visit.render("account/close.html", form=form)


def closed(visit: Visit) -> Response:
    """Goodbye."""
    return visit.render("account/closed.html")


PAGES = [
    Page("close", "/min-side/luk", "/my-page/close", close, access="fresh"),
    Page("closed", "/lukket", "/closed", closed, methods=("GET",)),
]
