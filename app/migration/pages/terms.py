"""Step 2: the new terms."""

from starlette.responses import Response

from app.migration import journey
from app.migration.pages import steps
from app.migration.terms import TERMS
from app.ui.factor_pages import NoFields
from app.ui.routing import Page
from app.ui.visit import Visit


def terms(visit: Visit) -> Response:
    """Read, and accept or decline. Accepting is one button: nothing is ticked, nothing is hidden below a scroll."""
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db:
            citizen = visit.citizen(db, lock=True)
            if "decline" in visit.fields:
                journey.decline_terms(db, citizen)
                return visit.redirect("crossing_declined")
            journey.accept_terms(db, citizen)
        return visit.redirect("crossing_contact")
    with visit.read() as db:
        accepted_at = journey.of_citizen(db, visit.citizen(db)).terms_accepted_at
    return steps.show(visit, "terms", "crossing_terms", form=form, terms=TERMS, accepted_at=accepted_at)


def declined(visit: Visit) -> Response:
    """You said no: what that means, and the way back."""
    return visit.render("crossing/declined.html")


PAGES = [
    Page("crossing_terms", "/skift/vilkaar", "/switch/terms", terms, access="crossing"),
    Page("crossing_declined", "/skift/vilkaar/nej", "/switch/terms/no", declined, access="crossing", methods=("GET",)),
]
