"""The demo's mailbox: what was sent, to whom. Only where the demo is on."""

from starlette.responses import Response

from app.ui.routing import Page
from app.ui.visit import Visit


def mailbox(visit: Visit) -> Response:
    """Everything that was sent."""
    return visit.render("demo/mailbox.html")


PAGES = [Page("mailbox", "/demo/postkasse", "/demo/mailbox", mailbox, methods=("GET",))]
