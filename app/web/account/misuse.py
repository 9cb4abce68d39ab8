"""This was not me: the eID is blocked at once.

No fresh proof is asked for: whoever is in need must not be stopped, and the worst a stranger can do here is to lock
himself out.
"""

from starlette.responses import Response

from app.core import account
from app.ui.factor_pages import NoFields
from app.ui.routing import Page
from app.ui.visit import Visit


def misuse(visit: Visit) -> Response:
    """What it means, and one button."""
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db:
            account.block(db, visit.citizen(db, lock=True), "misuse")
        visit.log_out()
        return visit.redirect("blocked")
    return visit.render("account/misuse.html", form=form)


def blocked(visit: Visit) -> Response:
    """What happens now, and who helps."""
    return visit.render("account/blocked.html")


PAGES = [
    Page("misuse", "/min-side/misbrug", "/my-page/misuse", misuse, access="citizen"),
    Page("blocked", "/spaerret", "/blocked", blocked, methods=("GET",)),
]
