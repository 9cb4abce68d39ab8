"""The device's own pages: connect it, get a code as sound or text, and say how. They need no JavaScript.

What the device holds is in a cookie, signed and out of reach of scripts. No code stands in an address or a title.
"""

from collections.abc import Mapping

from starlette.responses import Response

from app.factors.reader_page import device
from app.factors.reader_page.forms import PairForm, StyleForm, filled
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.routing import Page
from app.ui.sound import sound
from app.ui.visit import PageError, Visit

COOKIE = "reader"
ROOM = "factors/reader_page/"
PAIR_ERRORS: Mapping[str, str] = {
    "unknown": N_("We do not know this code. Check each sign, or make a new code on the other screen."),
    "expired": N_("This code is too old. Make a new code on the other screen, and write that."),
    "same": N_("You are setting up the code reader in this same browser. Open this page on another device."),
    "source": N_("There were too many wrong tries from here. Wait 15 minutes, and try again."),
}
HEAR_ERRORS: Mapping[str, str] = {
    "nobody": N_("Nobody asks for a code right now. Begin on the other screen, and come back."),
    "same": N_("You are logging on in this same browser. The code must come from another device."),
    "too_soon": N_("You have just got a code. Wait half a minute before you get a new one."),
    "too_many": N_("You have got so many codes today that you cannot get more yet. Use another way, or call us."),
    "locked": N_("The code reader is locked after wrong codes. The other screen says how long."),
    "unknown": N_("This device is no longer connected. Connect it again."),
}
CONNECTED = N_("The device is connected.")
KEPT = N_("Your choice is kept.")
DISCONNECTED = N_("The device is disconnected.")


def secret_of(visit: Visit) -> str:
    """What this browser holds as a code reader, or empty."""
    return visit.portal.cookies.kept(visit.request, COOKIE)


def reader(visit: Visit) -> Response:
    """The page on the device: the field for the connection code, or one big button, and the code once it is made."""
    return _page(visit, PairForm())


def pair(visit: Visit) -> Response:
    """Connect this device."""
    form = visit.form(PairForm)
    if form.accepted():
        paired = device.pair(visit.core, str(form.code.data), visit.browser, visit.session)
        if paired.state == "paired":
            visit.done(CONNECTED)
            answer = visit.redirect("reader_page")
            visit.portal.cookies.keep(answer, COOKIE, paired.secret)
            return answer
        form.fail("code", PAIR_ERRORS[paired.state])
    return _page(visit, form, pairing=True)


def hear(visit: Visit) -> Response:
    """Make a code; the page then gives it."""
    form = visit.form(Form)
    if form.accepted():
        made = device.hear(visit.core, secret_of(visit), visit.session)
        if made == "made":
            return visit.redirect("reader_page")
        form.fail(None, HEAR_ERRORS[made])
    return _page(visit, form)


def spoken(visit: Visit) -> Response:
    """The open code as sound, for this device alone."""
    seen = device.look(visit.core, secret_of(visit), visit.session)
    if seen is None or not seen.code or not seen.style.heard:
        raise PageError(404)
    return sound(seen.style.speak(seen.code, visit.language), visit.request.headers.get("range"))


def style(visit: Visit) -> Response:
    """How this device gives codes from now on."""
    seen = device.look(visit.core, secret_of(visit), visit.session)
    if seen is None:
        return visit.redirect("reader_page")
    form = visit.form(StyleForm, **filled(seen.style))
    if form.accepted():
        device.keep(visit.core, secret_of(visit), form.style())
        visit.done(KEPT)
        return visit.redirect("reader_page")
    return visit.render(ROOM + "style.html", form=form)


def leave(visit: Visit) -> Response:
    """Disconnect this device: its browser forgets what it holds."""
    answer = visit.redirect("reader_page")
    if visit.sent:
        visit.flash(DISCONNECTED)
        visit.portal.cookies.drop(answer, COOKIE)
    return answer


def path(language: str) -> str:
    """The path of the device's page."""
    return PAGES[0].path(language)


def _page(visit: Visit, form: Form, *, pairing: bool = False) -> Response:
    held = secret_of(visit)
    seen = None if pairing else device.look(visit.core, held, visit.session)
    if seen is None:
        asked = form if isinstance(form, PairForm) else PairForm()
        lost = bool(held) and not pairing
        return visit.render(ROOM + "pair.html", form=asked, lost=lost)
    return visit.render(ROOM + "reader.html", form=form, reader=seen)


PAGES = (
    Page("reader_page", "/laeser", "/reader", reader, methods=("GET",)),
    Page("reader_page_pair", "/laeser/tilslut", "/reader/connect", pair),
    Page("reader_page_hear", "/laeser/kode", "/reader/code", hear, discloses=True),
    Page("reader_page_sound", "/laeser/lyd", "/reader/sound", spoken, methods=("GET",), discloses=True),
    Page("reader_page_style", "/laeser/valg", "/reader/settings", style),
    Page("reader_page_leave", "/laeser/afbryd", "/reader/disconnect", leave, methods=("POST",)),
)
