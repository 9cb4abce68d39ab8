"""One citizen's request, as a view sees it: form, session, transaction, answer. A view never decides security."""

import secrets
from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from jinja2_fragments import render_block
from sqlalchemy.orm import Session as DbSession
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.core import account, clock, drafts, preferences, sessions
from app.core.context import Core
from app.core.helper import Helper
from app.core.login import Browser
from app.core.models import Citizen, Session
from app.core.preferences import Preferences
from app.ui import i18n
from app.ui.browsers import label_of
from app.ui.cookies import Device
from app.ui.forms import TOO_OLD, Form
from app.ui.portal import Portal
from app.ui.return_address import is_own_path
from app.ui.routing import Page

FormT = TypeVar("FormT", bound=Form)


class PageError(Exception):
    """Answer with one of our error pages."""

    def __init__(self, status: int, **context: Any) -> None:
        super().__init__(status)
        self.status, self.context = status, context


class Visit:
    """The request `page` in `language`, with what the browser sent."""

    def __init__(self, portal: Portal, page: Page, language: str, request: Request, fields: FormData) -> None:
        self.portal, self.page, self.language, self.request, self.fields = portal, page, language, request, fields
        self.core: Core = portal.core
        self.settings = portal.core.settings
        self.session: Session | None = None
        self.owner: Citizen | None = None
        self.ended: Session | None = None
        self.sent = False
        self.too_old = False
        self.device: Device = portal.cookies.device(request)
        self.preferences: Preferences = portal.cookies.preferences(request)
        self.waiting_helper: Helper | None = portal.cookies.helper(request)
        self._helper_changed = False
        self._new_preferences = False
        self._new_token: str | None = None
        self._drop_session = False
        self._flash: tuple[str, str, dict[str, Any]] | None = None
        self._flash_shown = False
        self._new_form_id = ""

    # What the browser sent

    @property
    def path(self) -> str:
        """The path of this page, without the query."""
        return self.request.url.path

    @property
    def address(self) -> str:
        """The path of this page with its query, as it was asked for."""
        query = self.request.url.query
        return f"{self.path}?{query}" if query else self.path

    @property
    def params(self) -> Mapping[str, str]:
        """The parameters in the path."""
        return self.request.path_params

    @property
    def voice(self) -> str:
        """The words the page is in: the language, or its easy wording in the simpler view."""
        return i18n.easy(self.language) if self.preferences.simple else self.language

    @property
    def helped(self) -> datetime | None:
        """Until when a helper sits with the citizen (`app.core.helper`); None where nobody does."""
        until = self.session.helper_until if self.session else None
        if until is not None and clock.now() < until:
            return until
        return self.waiting_helper.until if self.waiting_helper else None

    @property
    def htmx(self) -> bool:
        """True where htmx asks for a part of the page."""
        return self.request.headers.get("hx-request") == "true"

    @property
    def next(self) -> str:
        """The address to return to, from the query or the form: an own path, or empty."""
        given = self.request.query_params.get("next") or self.fields.get("next") or ""
        return given if isinstance(given, str) and is_own_path(given) else ""

    @property
    def browser(self) -> Browser:
        """Where the request comes from, for the core."""
        client = self.request.client
        agent = self.request.headers.get("user-agent", "")
        return Browser(
            client.host if client else "",
            label_of(agent),
            self.device.id,
            self.device.citizens,
            self.preferences.patience,
        )

    def form(self, form_class: type[FormT], **data: Any) -> FormT:
        """The form of this page, filled with what was sent, or else a kept draft, or else `data`."""
        if self.request.method == "POST":
            form = form_class(self.fields, data=data)
            form.sent = self.sent
            if self.too_old:
                form.fail(None, TOO_OLD)
            return form
        return form_class(data={**data, **self._draft()})

    def _draft(self) -> dict[str, str]:
        if self.helped or self.page.form is None or self.session is None or self.session.citizen_id is None:
            return {}
        with self.read() as db:
            return drafts.load(db, self.session.citizen_id, self.path)

    # The core's side

    def read(self) -> AbstractContextManager[DbSession]:
        """A transaction that changes nothing."""
        return self.core.database.read()

    def write(self) -> AbstractContextManager[DbSession]:
        """A transaction that is committed at the end of the block."""
        return self.core.database.write()

    @property
    def live(self) -> Session:
        """The session, where the page's access says there is one."""
        assert self.session is not None
        return self.session

    def citizen(self, db: DbSession, *, lock: bool = False) -> Citizen:
        """The citizen of the session, from this transaction."""
        assert self.session is not None
        return db.get_one(Citizen, self.session.citizen_id, with_for_update=lock)

    # The answer

    def url(self, name: str, language: str | None = None, **params: str) -> str:
        """The address of a page in the visit's language."""
        return self.portal.addresses.url(name, language or self.language, **params)

    def redirect(self, name: str, *, query: Mapping[str, str] | None = None, **params: str) -> Response:
        """See another page of ours (303)."""
        address = self.url(name, **params)
        return self.redirect_to(f"{address}?{urlencode(query)}" if query else address)

    def redirect_to(self, path: str) -> Response:
        """See an own path (303); the front page where the path is not ours."""
        return RedirectResponse(path if is_own_path(path) else self.url("home"), status_code=303)

    def log_in(self, token: str, *, remember: frozenset[str] = frozenset()) -> None:
        """Give the browser the token of a new or rotated session."""
        self._new_token, self._drop_session = token, False
        if remember:
            self.device = Device(self.device.id, remember)
            self._take_preferences(token)

    def prefer(self, wanted: Preferences) -> None:
        """These settings hold from now on in this browser."""
        self.preferences, self._new_preferences = wanted, True

    def _take_preferences(self, token: str) -> None:
        """At log-on the settings kept in the account win over those of the browser."""
        with self.read() as db:
            found = sessions.find_with_citizen(db, token)
            saved = preferences.of_citizen(found[1]) if found and found[1] else None
        if saved:
            self.prefer(saved)

    def await_helper(self, helper: Helper) -> None:
        """A helper sits there; it is not yet known with whom."""
        self.waiting_helper, self._helper_changed = helper, True

    def forget_helper(self) -> None:
        """The browser need not remember a helper any more."""
        self._helper_changed = self._helper_changed or self.waiting_helper is not None
        self.waiting_helper = None

    def log_out(self) -> None:
        """Take the session's token from the browser."""
        self._new_token, self._drop_session = None, True

    def flash(self, message: str, **params: Any) -> None:
        """Show a message (a message id and what fills it) on the next page."""
        self._flash = ("info", message, params)

    def done(self, message: str, **params: Any) -> None:
        """Say on the next page that what was asked for is done."""
        self._flash = ("success", message, params)

    def render(self, template: str, *, status: int = 200, block: str | None = None, **context: Any) -> Response:
        """Answer with a template, or for htmx with one block of it."""
        env = self.portal.templates[self.voice]
        values = {**self._page_context(), **context}
        form = context.get("form")
        values["page_has_errors"] = bool(form is not None and form.has_errors) or context.get("page_has_errors", False)
        if block:
            return HTMLResponse(render_block(env, template, block, **values), status)
        return HTMLResponse(env.get_template(template).render(values), status)

    def finish(self, response: Response) -> Response:
        """Set the cookies that belong to this answer."""
        cookies = self.portal.cookies
        if self._new_token:
            cookies.set_session(response, self._new_token)
            cookies.set_device(response, self.device)
        elif self._drop_session:
            cookies.drop(response, "session")
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        if self._new_form_id:
            cookies.set_form(response, self._new_form_id)
        if self._new_preferences:
            cookies.set_preferences(response, self.preferences)
        if self._helper_changed and self.waiting_helper:
            cookies.set_helper(response, self.waiting_helper)
        elif self._helper_changed:
            cookies.drop(response, "helper")
        if self._flash:
            cookies.set_flash(response, *self._flash)
        elif self._flash_shown:
            cookies.drop(response, "flash")
        return response

    @property
    def binding(self) -> str:
        """What forms are tied to: the session's token, or the form cookie (made where there is none)."""
        token = self.portal.cookies.session_token(self.request)
        return token or self.portal.cookies.form_id(self.request) or self._new_form_id

    def csrf_token(self) -> str:
        """A token for this browser's forms, valid with the session that this answer gives it."""
        if not self.binding:
            self._new_form_id = secrets.token_urlsafe(16)
        return self.portal.csrf.token(self._new_token or self.binding)

    def _page_context(self) -> dict[str, Any]:
        other = "en" if self.language == "da" else "da"
        query = f"?{self.request.url.query}" if self.request.url.query and self.request.method == "GET" else ""
        settings = self.settings
        session = self.session
        return {
            "url": self.url,
            "path": self.path,
            "page_address": self.address,
            "page_name": self.page.name,
            "other_lang_url": self.portal.addresses.url(self.page.name, other, **self.params) + query,
            "csrf_token": self.csrf_token(),
            "citizen": self._shown_citizen(),
            "preferences": self.preferences,
            "helped": self.helped,
            "now": clock.now(),
            "session_stage": session.stage if session else "",
            "session_ends_at": sessions.ends(session) if session else None,
            "warning_minutes": settings.warning_minutes,
            "service_name": settings.service_name,
            "old_scheme": settings.old_scheme,
            "new_scheme": settings.new_scheme,
            "closing_date": settings.closing_date,
            "support_phone": settings.support_phone,
            "support_email": settings.support_email,
            "demo": settings.demo,
            "flash": self._take_flash(),
        }

    def _shown_citizen(self) -> dict[str, str] | None:
        """Whose name the header shows: the citizen who is logged on."""
        if self.session is None or self.session.stage != "logged_on" or self._drop_session or self.owner is None:
            return None
        with self.read() as db:
            return {"name": account.name_of(db, self.owner)}

    def _take_flash(self) -> dict[str, str] | None:
        """The message for this page (kind, text), once."""
        stored = self.portal.cookies.flash(self.request)
        if stored is None:
            return None
        self._flash_shown = True
        kind, message, params = stored
        return {"kind": kind, "text": i18n.translate(self.voice, i18n.Message(message, **params))}
