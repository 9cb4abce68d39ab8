"""Front page, help, and the pages about the portal itself."""

from collections.abc import Callable

from starlette.responses import Response

from app.ui.routing import Page
from app.ui.visit import Visit


def _text(template: str) -> Callable[[Visit], Response]:
    def view(visit: Visit) -> Response:
        return visit.render(template)

    return view


PAGES = [
    Page("home", "/", "/", _text("help/home.html"), methods=("GET",)),
    Page("help", "/hjaelp", "/help", _text("help/help.html"), methods=("GET",)),
    Page(
        "cannot_log_on",
        "/hjaelp/kan-ikke-logge-paa",
        "/help/cannot-log-on",
        _text("help/cannot_log_on.html"),
        methods=("GET",),
    ),
    Page("accessibility", "/was", "/accessibility", _text("help/accessibility.html"), methods=("GET",)),
    Page("privacy", "/privatliv", "/privacy", _text("help/privacy.html"), methods=("GET",)),
    Page("security", "/sikkerhed", "/security", _text("help/security.html"), methods=("GET",)),
]
