"""Logging on: user id and password, then one of the citizen's factors."""

from starlette.responses import JSONResponse, Response

from app.core import account, enrol, login, sessions
from app.core.login import LoggedOn, Refused
from app.core.models import Session
from app.ui import challenge, i18n, refusals
from app.ui.forms import N_, Filled, Form, PasswordField, StringField
from app.ui.routing import Page
from app.ui.visit import PageError, Visit


class LogonForm(Form):
    """User id and password."""

    user_id = StringField(
        N_("User ID"),
        [Filled(N_("Write your user ID."))],
        render_kw={"autocomplete": "username webauthn", "spellcheck": "false", "autocapitalize": "off"},
    )
    password = PasswordField(
        N_("Password"), [Filled(N_("Write your password."))], render_kw={"autocomplete": "current-password"}
    )


def logon(visit: Visit) -> Response:
    """User id and password."""
    form = visit.form(LogonForm)
    if visit.session and visit.session.stage == "logged_on":
        return visit.redirect_to(visit.next or visit.url("account"))
    if form.accepted():
        outcome = login.start(
            visit.core,
            str(form.user_id.data),
            account.password_rules.normalise(str(form.password.data)),
            visit.browser,
            language=visit.language,
            return_to=visit.next,
        )
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("logon_factor")
        if outcome.reason in ("blocked", "no_way"):
            raise PageError(200, kind=outcome.reason)
        refusals.explain(visit, form, outcome)
    return visit.render("logon/logon.html", form=form, next=visit.next)


def factor(visit: Visit) -> Response:
    """The question of one factor."""
    return _challenge(visit, "logon/factor.html", other="logon_other")


def confirm(visit: Visit) -> Response:
    """A fresh proof before a change, by a session that is logged on. `next` is the page that waits for it."""
    return _challenge(visit, "logon/confirm.html", other="confirm_other")


def _challenge(visit: Visit, template: str, other: str) -> Response:
    asked = _asked(visit)
    query = {"next": visit.next} if visit.next else None
    if asked is None:
        return visit.redirect(other, query=query)
    if visit.sent and "ask_again" in visit.fields:
        login.choose(visit.core, visit.live.id, asked.credential.id, requested=True)
        challenge.tell(visit, _asked_now(visit))
        return visit.redirect(visit.page.name, query=query)
    form = visit.form(asked.pages.answer)
    if asked.can_answer and form.accepted():
        outcome = login.answer(visit.core, visit.live.id, challenge.given(form), visit.browser)
        if isinstance(outcome, LoggedOn):
            visit.log_in(outcome.token, remember=outcome.remember)
            return visit.redirect_to(visit.next or outcome.return_to or visit.url("account"))
        if outcome.reason in ("void", "used", "expired", "disabled"):
            login.choose(visit.core, visit.live.id, asked.credential.id)
        asked = _asked_now(visit) or asked
        challenge.explain(visit, form, asked, outcome)
    return visit.render(template, form=form, asked=asked, shown=asked.shown, other=other, next=visit.next)


def _asked_now(visit: Visit) -> challenge.Asked | None:
    """The question as it stands after the core has changed it."""
    with visit.read() as db:
        visit.session = db.get_one(Session, visit.live.id)
    return _asked(visit)


def _asked(visit: Visit) -> challenge.Asked | None:
    with visit.read() as db:
        return challenge.asked(visit, db, visit.citizen(db), visit.live.challenge)


def other_way(visit: Visit) -> Response:
    """The citizen's other factors, shown only after the password."""
    return _other(visit, "logon_factor")


def confirm_other(visit: Visit) -> Response:
    """The citizen's other factors, for a fresh proof."""
    return _other(visit, "confirm")


def _other(visit: Visit, back: str) -> Response:
    if visit.sent:
        verdict = login.choose(visit.core, visit.live.id, str(visit.fields.get("credential", "")))
        if verdict is None or verdict.reason != "void":
            return visit.redirect(back, query={"next": visit.next} if visit.next else None)
    with visit.read() as db:
        ways = [
            {"id": item.id, "pages": visit.core.factors[item.kind].pages, "name": enrol.name_of(db, item)}
            for item in login.usable(db, visit.citizen(db).id)
        ]
    if not ways:
        raise PageError(200, kind="no_way")
    can_go_back = visit.live.challenge is not None
    return visit.render("logon/other.html", ways=ways, back=back, can_go_back=can_go_back, next=visit.next)


def log_off(visit: Visit) -> Response:
    """Log off, here or everywhere."""
    if visit.session is not None and visit.sent:
        login.log_off(visit.core, visit.session.id, everywhere="everywhere" in visit.fields)
        visit.log_out()
        return visit.redirect("logged_off")
    if visit.session is not None:
        return visit.render("logon/log_off.html")
    return visit.redirect("logged_off")


def logged_off(visit: Visit) -> Response:
    """You are logged off."""
    return visit.render("logon/logged_off.html")


def extend(visit: Visit) -> Response:
    """Stay logged on (the extension itself was made when the form was proved to be ours).

    session.js asks for JSON and learns the new end, so that the page with all that was typed stays.
    """
    if visit.request.headers.get("accept") == "application/json":
        if visit.session is None or visit.too_old:
            return JSONResponse({}, 403)
        end = sessions.ends(visit.session)
        return JSONResponse({"ends_at": end.isoformat(), "clock": i18n.clock_time(visit.language, end)})
    return visit.redirect_to(visit.next or visit.url("home"))


PAGES = [
    Page("logon", "/log-paa", "/log-on", logon),
    Page("logon_factor", "/log-paa/bekraeft", "/log-on/confirm", factor, access="password"),
    Page("logon_other", "/log-paa/anden-maade", "/log-on/another-way", other_way, access="password"),
    Page("confirm", "/bekraeft", "/confirm", confirm, access="citizen"),
    Page("confirm_other", "/bekraeft/anden-maade", "/confirm/another-way", confirm_other, access="citizen"),
    Page("logoff", "/log-af", "/log-off", log_off),
    Page("logged_off", "/logget-af", "/logged-off", logged_off, methods=("GET",)),
    Page("session_extend", "/forlaeng", "/extend", extend, methods=("POST",)),
]
