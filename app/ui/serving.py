"""How a request travels: read the form, find the session, prove the form is ours, let the view answer, set cookies."""

import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from app.core import clock, drafts, sessions
from app.core.passwords import Busy
from app.ui import helped
from app.ui.csrf import FIELD, Origin
from app.ui.forms import kept_fields
from app.ui.helped import HelperFirst
from app.ui.i18n import LANGUAGES, N_
from app.ui.portal import Portal
from app.ui.routing import Page
from app.ui.visit import PageError, Visit

log = logging.getLogger(__name__)

LONGEST_BODY = 64 * 1024
MOST_FIELDS = 200
# When to try again: the counter of a source looks back fifteen minutes; the queue of password checks is short.
RETRY_SECONDS = {429: 15 * 60, 503: 10}
MAINTENANCE_SECONDS = 30 * 60
LOGGED_OFF = N_("You were logged off because you had not used the page for a while. What you typed is kept.")
STARTED_OVER = N_("You had not used the page for a while. Please start again. Your progress is kept.")
# Where a citizen is sent who lacks the session that a page needs.
ENTRY = {
    "citizen": "logon",
    "fresh": "logon",
    "password": "logon",
    "passkey": "logon",
    "legacy": "crossing",
    "crossing": "crossing",
    "recovery": "recover",
    "recovered": "recover",
}


def routes(portal: Portal) -> list[Route]:
    """Two routes a page, one a language."""
    return [
        Route(
            page.path(language), _endpoint(portal, page, language), methods=page.methods, name=f"{language}:{page.name}"
        )
        for page in portal.addresses.pages.values()
        for language in LANGUAGES
    ]


def _endpoint(portal: Portal, page: Page, language: str) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            fields = await _read_form(request) if request.method == "POST" else FormData()
        except PageError as error:
            return await run_in_threadpool(error_page, portal, page, language, request, error)
        return await run_in_threadpool(_serve, portal, page, language, request, fields)

    return endpoint


async def _read_form(request: Request) -> FormData:
    """The fields of an ordinary form, bounded. Bytes that are not UTF-8 become marks that validation refuses."""
    kind = request.headers.get("content-type", "application/x-www-form-urlencoded").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise PageError(415)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_BODY:
            raise PageError(413)
    text = body.decode("utf-8", errors="replace")
    try:
        fields = parse_qsl(text, keep_blank_values=True, errors="replace", max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise PageError(400) from error
    # PostgreSQL refuses text with a NUL in it; the mark in its place is refused by validation, in words.
    return FormData([(name.replace("\0", "\ufffd"), value.replace("\0", "\ufffd")) for name, value in fields])


def _serve(portal: Portal, page: Page, language: str, request: Request, fields: FormData) -> Response:
    visit = Visit(portal, page, language, request, fields)
    try:
        if portal.core.settings.maintenance:
            raise PageError(503, maintenance=True)
        if "\0" in visit.path:
            raise PageError(404)
        _find_session(visit)
        helped.follow(visit)
        if request.method == "POST":
            _prove_form(visit)
        answer = _admit(visit)
        if answer is None:
            answer = page.view(visit)
            _drop_draft(visit, answer)
        if visit.htmx and answer.status_code == 303:
            # A part of a page is never replaced by another page; the page itself goes there when it is sent.
            answer = Response(status_code=204)
        return visit.finish(answer)
    except HelperFirst as first:
        return visit.finish(helped.refuse(visit, setting_up=first.setting_up))
    except PageError as error:
        return error_page(portal, page, language, request, error)
    except Busy:
        return error_page(portal, page, language, request, PageError(503))


def _find_session(visit: Visit) -> None:
    token = visit.portal.cookies.session_token(visit.request)
    if not token:
        return
    with visit.read() as db:
        found = sessions.find_with_citizen(db, token)
    if found is None:
        return
    session, visit.owner = found
    if not sessions.is_alive(session):
        visit.ended = session
        return
    visit.session = session
    if sessions.needs_touch(session):
        _extend(visit)


def _extend(visit: Visit) -> None:
    with visit.write() as db:
        fresh = db.get_one(type(visit.live), visit.live.id, with_for_update=True)
        sessions.extend(fresh, visit.settings)
        visit.session = fresh


def _prove_form(visit: Visit) -> None:
    """CSRF. A foreign request is refused; one of ours whose token has grown old is shown again, nothing lost."""
    origin = visit.portal.csrf.origin(visit.request)
    token = visit.fields.get(FIELD)
    holds = isinstance(token, str) and visit.portal.csrf.holds(token, visit.binding)
    if origin is Origin.FOREIGN or (origin is Origin.UNKNOWN and not holds):
        raise PageError(403)
    if not holds:
        visit.too_old = True
    elif "_extend" in visit.fields and visit.session is not None:
        _extend(visit)
    else:
        visit.sent = True


def _admit(visit: Visit) -> Response | None:
    """None where the session is what the page needs; else where to go first."""
    access, session = visit.page.access, visit.session
    if access == "open":
        return helped.refuse(visit) if helped.must_stop(visit) else None
    stage = "logged_on" if access in ("citizen", "fresh") else access
    if session is None or session.stage != stage:
        return _send_to_entry(visit)
    if helped.must_stop(visit):
        return helped.refuse(visit)
    if access == "fresh" and not sessions.is_fresh(session):
        _keep_draft(visit, session.citizen_id)
        return visit.redirect("confirm", query={"next": visit.path})
    return None


def _send_to_entry(visit: Visit) -> Response:
    if visit.ended is not None and visit.ended.revoked_at is None:
        _keep_draft(visit, visit.ended.citizen_id)
        visit.flash(LOGGED_OFF if visit.ended.stage == "logged_on" else STARTED_OVER)
    entry = ENTRY[visit.page.access]
    query = {"next": visit.path} if visit.page.access in ("citizen", "fresh") else None
    return visit.redirect(entry, query=query)


def _keep_draft(visit: Visit, citizen_id: str | None) -> None:
    form_class = visit.page.form
    if form_class is None or citizen_id is None or visit.request.method != "POST" or not visit.sent:
        return
    if len(visit.path) > drafts.LONGEST_PATH:
        return
    kept = kept_fields(form_class(visit.fields))
    with visit.write() as db:
        drafts.save(db, citizen_id, visit.path, kept)


def _drop_draft(visit: Visit, answer: Response) -> None:
    done = visit.page.form is not None and visit.sent and answer.status_code == 303
    if done and visit.session is not None and visit.session.citizen_id:
        with visit.write() as db:
            drafts.drop(db, visit.session.citizen_id, visit.path)


def error_page(portal: Portal, page: Page, language: str, request: Request, error: PageError) -> Response:
    """One of our error pages, in the citizen's language, with the way on."""
    visit = Visit(portal, page, language, request, FormData())
    wait = MAINTENANCE_SECONDS if error.context.get("maintenance") else RETRY_SECONDS.get(error.status, 0)
    wait = error.context.get("retry_after", wait)
    retry = {"retry_seconds": wait, "retry_at": clock.now() + timedelta(seconds=wait)}
    context = {"error_status": error.status, "maintenance": False, **retry, **error.context}
    try:
        if error.status < 500:
            _find_session(visit)  # who sits there, and until when, is told on an error page too
        response = visit.render("errors/error.html", status=error.status, **context)
    except Exception:
        log.exception("the error page itself failed")
        response = HTMLResponse("<!doctype html><title>500</title><h1>500</h1>", 500)
    if error.status in (429, 503):
        response.headers["Retry-After"] = str(wait)
    return response
