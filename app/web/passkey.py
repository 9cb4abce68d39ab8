"""Logging on with a security key or passkey alone: no user id, no password."""

import json

from starlette.responses import JSONResponse, Response

from app.core import login, sessions
from app.core.factor import Factor
from app.core.login import LoggedOn
from app.ui import challenge
from app.ui.factor_pages import words_for
from app.ui.forms import Form
from app.ui.locks import locked_until
from app.ui.routing import Page
from app.ui.visit import Visit


def passkey(visit: Visit) -> Response:
    """Explain and offer (GET); ask the key, or judge its answer (POST)."""
    if visit.session and visit.session.stage == "logged_on":
        return visit.redirect_to(visit.next or visit.url("account"))
    factor = next(factor for factor in visit.core.factors if factor.alone)
    form = visit.form(factor.pages.answer)
    if visit.sent and "response" in visit.fields:
        return _answer(visit, factor, form) or _ask(visit, factor, form)
    if visit.sent:
        return _ask(visit, factor, form)
    return _page(visit, factor, form, shown=None)


def _answer(visit: Visit, factor: Factor, form: Form) -> Response | None:
    """Log on; or None where the answer was not right, and the form says why."""
    if not form.accepted():
        return None
    token = visit.portal.cookies.session_token(visit.request)
    outcome = login.answer_alone(visit.core, token, challenge.given(form), visit.browser)
    if isinstance(outcome, LoggedOn):
        visit.log_in(outcome.token, remember=outcome.remember)
        return visit.redirect_to(outcome.return_to or visit.url("account"))
    form.fail(None, words_for(factor.pages, outcome, lambda until: locked_until(visit.language, until)))
    return None


def _ask(visit: Visit, factor: Factor, form: Form) -> Response:
    """A new question in a new session. The browser asks the key at once, but not over an error: that is read first."""
    token, shown = _begin(visit, factor)
    visit.log_in(token)
    return _page(visit, factor, form, shown={**shown, "start": not form.has_errors})


def offer(visit: Visit) -> Response:
    """What the log-on page needs to offer a passkey in its user ID field (WebAuthn conditional mediation).

    Asked by script at the first sign that somebody is there, so that a page that is merely opened writes nothing. The
    new session changes what forms are tied to: the token for the page's forms comes with it.
    """
    if not visit.sent or (visit.session and visit.session.stage == "logged_on"):
        return Response(status_code=204)
    factor = next(factor for factor in visit.core.factors if factor.alone)
    token, shown = _begin(visit, factor)
    visit.log_in(token)
    return JSONResponse({"options": json.loads(str(shown["options"])), "csrf_token": visit.csrf_token()})


def _begin(visit: Visit, factor: Factor) -> tuple[str, dict[str, object]]:
    token = login.begin_alone(visit.core, factor.kind, visit.browser, visit.next)
    with visit.read() as db:
        session = sessions.find(db, token)
        asked = (session.challenge if session else None) or {}
        context = visit.core.context(db, None, visit.language)
        return token, factor.pages.show(context, None, asked.get("question", {}))  # type: ignore[arg-type]


def _page(visit: Visit, factor: Factor, form: Form, shown: dict[str, object] | None) -> Response:
    pages = factor.pages
    return visit.render(
        "logon/passkey.html",
        form=form,
        kind=factor.kind,
        factor_pages=pages,
        shown=shown,
        next=visit.next,
        other="logon",
    )


PAGES = [
    Page("passkey", "/log-paa/noegle", "/log-on/key", passkey),
    Page("passkey_offer", "/log-paa/noegle/tilbud", "/log-on/key/offer", offer, methods=("POST",)),
]
