"""Front page, help, help me choose, and the pages about the portal itself."""

from collections.abc import Callable
from datetime import date

from starlette.responses import Response

from app.ui.choosing import advise
from app.ui.routing import Page
from app.ui.visit import Visit
from app.web import statement

# The day when somebody last went through the accessibility statement: at least once a year (bekendtgørelse 904/2019).
STATEMENT_WRITTEN = date(2026, 11, 24)
FOUND = statement.found()


def _text(template: str) -> Callable[[Visit], Response]:
    def view(visit: Visit) -> Response:
        return visit.render(template)

    return view


def ways(visit: Visit) -> Response:
    """Help, with every factor that a citizen may choose."""
    return visit.render("help/help.html", factors=visit.core.factors.offered())


def choose(visit: Visit) -> Response:
    """Help me choose: the needs stand in the address, nothing is stored."""
    factors = visit.core.factors
    advice = advise(factors.offered(), visit.request.query_params)
    return visit.render("help/choose.html", advice=advice, factors=factors)


def accessibility(visit: Visit) -> Response:
    """The accessibility statement, with what the last evaluation found."""
    return visit.render("help/accessibility.html", host=visit.settings.host, written=STATEMENT_WRITTEN, found=FOUND)


def privacy(visit: Visit) -> Response:
    """What is stored, why and how long."""
    settings = visit.settings
    return visit.render("help/privacy.html", hours=settings.absolute_hours, minutes=settings.code_minutes)


def security(visit: Visit) -> Response:
    """How to know a fraud, and how to report a weakness."""
    return visit.render("help/security.html", host=visit.settings.host)


def _open(name: str, da: str, en: str, view: Callable[[Visit], Response]) -> Page:
    return Page(name, da, en, view, methods=("GET",))


PAGES = [
    _open("home", "/", "/", _text("help/home.html")),
    _open("help", "/hjaelp", "/help", ways),
    _open("cannot_log_on", "/hjaelp/kan-ikke-logge-paa", "/help/cannot-log-on", _text("help/cannot_log_on.html")),
    _open("choose_help", "/hjaelp/vaelg", "/help/choose", choose),
    _open("accessibility", "/was", "/accessibility", accessibility),
    _open("privacy", "/privatliv", "/privacy", privacy),
    _open("security", "/sikkerhed", "/security", security),
]
