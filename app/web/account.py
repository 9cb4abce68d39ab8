"""Min side: what a citizen sees and changes of their own eID."""

from starlette.responses import Response

from app.ui.routing import Page
from app.ui.visit import Visit


def overview(visit: Visit) -> Response:
    """Min side."""
    return visit.render("account/overview.html")


PAGES = [Page("account", "/min-side", "/my-page", overview, access="citizen", methods=("GET",))]
