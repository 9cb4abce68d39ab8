"""Logging on with a security key or passkey alone: no user id, no password."""

from starlette.responses import Response

from app.ui.routing import Page
from app.ui.visit import Visit


def begin(visit: Visit) -> Response:
    """Ask for a key."""
    return visit.render("logon/passkey.html")


PAGES = [Page("passkey", "/log-paa/noegle", "/log-on/key", begin)]
