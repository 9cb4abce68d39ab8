"""What the crossing is, what you need, and where you were."""

from starlette.responses import Response

from app.migration import journey, legacy_logon
from app.ui.routing import Page
from app.ui.visit import Visit


def begin(visit: Visit) -> Response:
    """The start of the crossing; with a crossing under way, the way on."""
    going_on = ""
    if visit.session is not None and visit.session.stage == "crossing":
        with visit.read() as db:
            citizen = visit.citizen(db)
            going_on = journey.next_page(citizen, journey.of_citizen(db, citizen))
    step = journey.STEPS[going_on] if going_on else 0
    return visit.render(
        "crossing/begin.html", going_on=going_on, reached=step, is_open=legacy_logon.is_open(visit.core)
    )


PAGES = [Page("crossing", "/skift", "/switch", begin, methods=("GET",))]
