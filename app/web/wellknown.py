"""Addresses that browsers, crawlers, monitors and finders of weaknesses expect."""

import json
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from app.core import clock
from app.ui.i18n import LANGUAGES
from app.ui.portal import STATIC, Portal

# What a search engine may show. Everything else belongs to a citizen or to a journey.
FOUND_BY_SEARCH = ("help", "cannot_log_on", "choose_help", "accessibility", "privacy", "security")
SECURITY_TXT_DAYS = 180
FAVICON_SECONDS = 24 * 3600


def routes(portal: Portal) -> list[BaseRoute]:
    """robots.txt, security.txt and the like."""
    password = portal.addresses.url("password", "da")
    return [
        Route("/robots.txt", _view(lambda: _text(robots(portal)))),
        Route("/.well-known/security.txt", _view(lambda: _text(security_txt(portal)))),
        Route("/.well-known/change-password", _view(lambda: RedirectResponse(password, status_code=303))),
        Route("/.well-known/passkey-endpoints", _view(lambda: JSONResponse(passkey_endpoints(portal)))),
        Route("/favicon.ico", _view(_favicon())),
        Route("/health", _view(lambda: health(portal))),
    ]


def robots(portal: Portal) -> str:
    """RFC 9309: only the open pages, the styles and scripts they need, and the two front pages."""
    pages = portal.addresses.pages
    open_paths = [pages[name].path(language) for name in FOUND_BY_SEARCH for language in LANGUAGES]
    allowed = ["/$", "/en$", "/static/", *(f"{path}$" for path in open_paths)]
    return "\n".join(["User-agent: *", "Disallow: /", *(f"Allow: {path}" for path in allowed), ""])


def security_txt(portal: Portal) -> str:
    """RFC 9116: where to report a weakness. It expires in half a year (the RFC asks for less than a year)."""
    settings = portal.core.settings
    expires = (clock.now() + timedelta(days=SECURITY_TXT_DAYS)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: mailto:{settings.support_email}",
        f"Contact: tel:{settings.support_phone}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: da, en",
        f"Canonical: {settings.base_url}/.well-known/security.txt",
        f"Policy: {settings.base_url}{portal.addresses.url('security', 'en')}",
    ]
    return "\n".join([*lines, ""])


def passkey_endpoints(portal: Portal) -> dict[str, str]:
    """W3C Passkey Endpoints: where a password manager sends a citizen to make or look after passkeys."""
    base, url = portal.core.settings.base_url, portal.addresses.url
    return {"enroll": base + url("factor_add", "da"), "manage": base + url("factors", "da")}


def health(portal: Portal) -> Response:
    """200 where the database answers, else 503: for load balancers and monitors."""
    try:
        ready = portal.core.database.ready()
    except SQLAlchemyError:
        ready = False
    return PlainTextResponse("ok\n" if ready else "the database does not answer\n", 200 if ready else 503)


def _favicon() -> Callable[[], Response]:
    name = json.loads((STATIC / "manifest.json").read_text())["favicon.ico"]
    picture = (STATIC / name).read_bytes()
    headers = {"Cache-Control": f"public, max-age={FAVICON_SECONDS}"}
    return lambda: Response(picture, headers=headers, media_type="image/x-icon")


def _text(text: str) -> Response:
    return PlainTextResponse(text)


def _view(answer: Callable[[], Response]) -> Callable[[Request], Response]:
    def view(_request: Request) -> Response:
        return answer()

    return view
