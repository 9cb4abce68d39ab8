"""The app's own pages: the page that is installed on the device, and what the device asks the portal for.

The device has no session: each of its requests is signed (`device.py`). It gets JSON with the state and, where the
page must change, the HTML of it: so every word comes from the portal, in the page's language.
"""

from typing import Any

from sqlalchemy import select
from starlette.responses import JSONResponse, Response
from wtforms import StringField

from app.core import clock
from app.core.models import Credential
from app.factors.approval_app import asking, device, pairing
from app.factors.approval_app.device import Outcome
from app.ui import i18n
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_, Message
from app.ui.routing import Page
from app.ui.visit import Visit

ROOM = "factors/approval_app/"
CODE_EXAMPLE = N_("Write the 8 letters and digits of the code, for example 7HPK 4M2X.")
NUMBER_WANTED = N_("Write the 2 digits that the other screen shows, for example 4 2.")
WRONG_NUMBER = N_("That is not the number on the other screen. You have %(tries)s tries left.")
PAIR_ERRORS = {
    "unknown": N_("We do not know this code. Check each sign, or make a new code on the other screen."),
    "expired": N_("This code is too old. Make a new code on the other screen, and write that."),
    "refused": N_("The device could not be connected. Load this page again, and try once more."),
    "source": N_("There were too many wrong tries from here. Wait 15 minutes, and try again."),
}
SAID = {
    "request": N_("You have a new request."),
    "idle": N_("There are no requests right now."),
    "unknown": N_("This device is no longer connected. Connect it again to use the app."),
    "paired": N_("The device is connected."),
}
RESULTS = ("approved", "rejected", "reported", "void", "gone")


class PairForm(Form):
    """The pairing code."""

    code = StringField(
        N_("Code from the other screen"),
        [Filled(CODE_EXAMPLE)],
        description=N_("8 letters and digits. Small letters and spaces are fine."),
        render_kw={"class": "code", "autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )


class NumberForm(Form):
    """The number of the other screen."""

    number = Code(
        N_("Number from the other screen"),
        [Filled(NUMBER_WANTED)],
        digits=2,
        description=N_("2 digits"),
        render_kw={"autocomplete": "off"},
    )


def app(visit: Visit) -> Response:
    """The page on the device: before it is connected, the field for the code; the script does the rest."""
    return visit.render(ROOM + "app.html", form=PairForm(), now_ms=_now())


def pair(visit: Visit) -> Response:
    """The device sends the code and its public key."""
    form = PairForm(visit.fields)
    if not form.validate():
        return _answer(visit, "error", "pair.html", form=form)
    outcome = device.pair(
        visit.core, str(form.code.data), _field(visit, "public_key"), _field(visit, "signature"), visit.browser
    )
    if outcome.state != "paired":
        form.fail("code", PAIR_ERRORS[outcome.state])
        return _answer(visit, "error", "pair.html", form=form)
    return _answer(visit, "paired", "result.html", result="paired", device=outcome.device)


def look(visit: Visit) -> Response:
    """The device asks whether a request waits; what it shows already (`shown`) is not sent again."""
    outcome = device.look(visit.core, _field(visit, "device"), _field(visit, "time"), _field(visit, "signature"))
    if outcome.request is not None:
        if outcome.request.id == _field(visit, "shown"):
            return JSONResponse({"state": "request", "key": outcome.request.id})
        return _answer(visit, "request", "request.html", outcome, form=NumberForm())
    if outcome.state == "idle":
        return _answer(visit, "idle", "idle.html")
    return JSONResponse({"state": outcome.state, "now": _now(), "said": _said(visit, outcome.state)})


def answer(visit: Visit) -> Response:
    """The device approves, rejects or reports. A wrong number is told at its field."""
    form, deed = NumberForm(visit.fields), _field(visit, "deed")
    if deed == "approve" and not form.validate():
        seen = device.look(visit.core, _field(visit, "device"), _field(visit, "time"), _field(visit, "look_signature"))
        if seen.request is not None:
            return _answer(visit, "error", "request.html", seen, form=form)
        return _answer(visit, "gone", "result.html", result="gone")
    number = str(form.number.data or "") if deed == "approve" else ""
    outcome = device.answer(
        visit.core,
        _field(visit, "device"),
        _field(visit, "request"),
        deed,
        number,
        _field(visit, "signature"),
        visit.browser,
    )
    if outcome.state == "wrong":
        form.fail("number", Message(WRONG_NUMBER, tries=outcome.tries_left))
        return _answer(visit, "error", "request.html", outcome, form=form)
    result = outcome.state if outcome.state in RESULTS else "gone"
    return _answer(visit, result, "result.html", result=result)


def state(visit: Visit) -> Response:
    """For the browser that waits: waiting, ready (go on), answered (see what came of it) or over."""
    return JSONResponse({"state": _state_of(visit, visit.params["about"])})


def manifest(visit: Visit) -> Response:
    """What a telephone needs to install the page (W3C Web Application Manifest)."""
    static = visit.portal.templates[visit.language].globals["static"]
    name = visit.settings.service_name
    described: dict[str, Any] = {
        "id": visit.url("approval_app"),
        "name": i18n.translate(visit.language, Message(N_("%(service)s approval app"), service=name)),
        "short_name": name,
        "lang": visit.language,
        "dir": "ltr",
        "start_url": visit.url("approval_app"),
        "scope": visit.url("approval_app"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#003d73",
        "icons": [
            {"src": static("app-192.png"), "sizes": "192x192", "type": "image/png"},
            {"src": static("app-512.png"), "sizes": "512x512", "type": "image/png"},
            {"src": static("favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
        ],
    }
    return JSONResponse(described, media_type="application/manifest+json")


def _state_of(visit: Visit, about: str) -> str:
    """The state of a pairing or request of the session's own citizen; of anybody else's it is over.

    A session that has ended, by a report for instance, learns that from the page that the form leads to.
    """
    if visit.session is None or visit.session.citizen_id is None:
        return "answered"
    with visit.read() as db:
        query = select(Credential).where(
            Credential.citizen_id == visit.session.citizen_id, Credential.kind == device.KIND
        )
        for found in db.scalars(query):
            if found.id == about and found.status == "pending":
                return _state_of_pairing(found)
            request = found.data.get("request")
            if request and request["id"] == about:
                return _state_of_request(request)
    return "over"


def _state_of_pairing(found: Credential) -> str:
    if pairing.is_paired(found):
        return "ready"
    return "waiting" if clock.now() < pairing.ends(found) else "over"


def _state_of_request(request: asking.Request) -> str:
    if request["state"] in ("rejected", "reported", "void"):
        return "answered"
    if clock.now() >= asking.ends(request):
        return "over"
    return "ready" if request["state"] == "approved" else "waiting"


def _field(visit: Visit, name: str) -> str:
    value = visit.fields.get(name, "")
    return value if isinstance(value, str) else ""


def _said(visit: Visit, key: str) -> str:
    return i18n.translate(visit.language, SAID.get(key, ""))


def _now() -> int:
    """The portal's time in milliseconds since 1970: the device's own clock may be wrong."""
    return int(clock.now().timestamp() * 1000)


def _answer(
    visit: Visit, name: str, template: str, outcome: Outcome | None = None, *, device: str = "", **context: Any
) -> Response:
    """JSON with the part of the page; `key` names what is shown, so that nothing is shown twice."""
    request = outcome.request if outcome else None
    page = visit.render(ROOM + template, request=request, **context)
    key = request.id if request else name
    said = _said(visit, name)
    answered = {"state": name, "key": key, "said": said, "html": bytes(page.body).decode(), "now": _now()}
    return JSONResponse({**answered, "device": device} if device else answered)


PAGES = (
    Page("approval_app", "/app", "/app", app, methods=("GET",)),
    Page("approval_app_pair", "/app/tilslut", "/app/connect", pair, methods=("POST",)),
    Page("approval_app_look", "/app/anmodning", "/app/request", look, methods=("POST",)),
    Page("approval_app_answer", "/app/svar", "/app/answer", answer, methods=("POST",)),
    Page("approval_app_state", "/app/tilstand/{about}", "/app/state/{about}", state, methods=("GET",)),
    Page("approval_app_manifest", "/app.webmanifest", "/app.webmanifest", manifest, methods=("GET",)),
)
