"""The crossing's pages."""

from starlette.responses import Response

from app.ui.routing import Page
from app.ui.visit import Visit


def begin(visit: Visit) -> Response:
    """What the crossing is."""
    return visit.render("crossing/begin.html")


PAGES = [Page("crossing", "/skift", "/switch", begin)]
