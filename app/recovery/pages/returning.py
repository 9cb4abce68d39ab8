"""Coming back after the wait: a new password, or a new factor. Neither logs on; the ordinary log-on follows."""

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import account, sessions
from app.core.factor import CannotPrepare
from app.core.models import Citizen, Credential, Session
from app.core.outcomes import Refused
from app.core.password_rules import normalise
from app.core.recovery import CODE_DIGITS, FACTOR, PASSWORD, NotOpen
from app.recovery import flow
from app.recovery.pages.words import STANDING, UserIdForm, explain
from app.ui import challenge, enrolment
from app.ui.forms import N_, Code, Filled, Form, PasswordField, RadioField, choices_of
from app.ui.new_logon import PasswordForm, accepted_hash, judge, sentences
from app.ui.routing import Page
from app.ui.visit import PageError, Visit

TWELVE = N_("12 digits. You may write spaces.")


class ReturnForm(UserIdForm):
    """User id, and the code that was shown; the same browser needs none."""

    code = Code(N_("Code from the page where you asked (optional)"), description=TWELVE, digits=CODE_DIGITS)


class ActivateForm(UserIdForm):
    """User id, the letter's code, and the password where it is known."""

    code = Code(
        N_("Code from the letter"),
        [Filled(N_("Write the code that stands in the letter. It has 12 digits."))],
        description=TWELVE,
        digits=CODE_DIGITS,
    )
    password = PasswordField(
        N_("Password"),
        description=N_("Leave it empty if you have forgotten it. Then we send you a code."),
        render_kw={"autocomplete": "current-password"},
    )


class KindForm(Form):
    """Which kind of factor is new."""

    kind = RadioField(N_("Which way do you want?"), choices=[], validate_choice=False)


def come_back(visit: Visit) -> Response:
    """After the wait for a new password."""
    form = visit.form(ReturnForm)
    if form.accepted():
        outcome = flow.return_password(visit.core, str(form.user_id.data), str(form.code.data or ""), visit.browser)
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("recover_new_password")
        explain(visit, form, outcome)
    return visit.render("recovery/return.html", form=form)


def activate(visit: Visit) -> Response:
    """After the wait for the letter."""
    form = visit.form(ActivateForm)
    if form.accepted():
        outcome = flow.return_factor(
            visit.core,
            str(form.user_id.data),
            str(form.code.data),
            normalise(str(form.password.data or "")),
            visit.browser,
            visit.language,
        )
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("recover_new_factor" if form.password.data else "recover_code")
        explain(visit, form, outcome)
    return visit.render("recovery/activate.html", form=form)


def new_password(visit: Visit) -> Response:
    """The new password. While it is typed, htmx asks for the judge's words alone."""
    _must_be(visit, PASSWORD)
    form = visit.form(PasswordForm)
    if visit.htmx and visit.sent:
        return visit.render("components/password_strength.html", sentences=sentences(judge(visit, form)))
    hashed = accepted_hash(visit, form) if form.accepted() else None
    if hashed:
        try:
            with visit.write() as db:
                session, citizen = _locked(visit, db)
                flow.finish(visit.core, db, citizen, session)
                account.set_password(db, citizen, hashed)
        except NotOpen as refused:
            return _ended(visit, refused)
        visit.log_out()
        return visit.redirect("recover_done")
    with visit.read() as db:
        user_id = account.user_id_of(db, visit.citizen(db))
    return visit.render("recovery/new_password.html", form=form, user_id=user_id)


def new_factor(visit: Visit) -> Response:
    """Choose the new factor."""
    _must_be(visit, FACTOR)
    kinds = {factor.kind: factor for factor in visit.core.factors.offered()}
    form = visit.form(KindForm)
    form.kind.choices = choices_of((factor.kind, factor.pages.name) for factor in kinds.values())
    form.kind.validators = [AnyOf(list(kinds), message=N_("Choose one of the ways."))]
    if form.accepted():
        kind = str(form.kind.data)
        if kinds[kind].pages.choose is not None:
            return visit.redirect("recover_details", kind=kind)
        begun = _begin(visit, kind, form)
        if begun is not None:
            return begun
    return visit.render("recovery/new_factor.html", form=form, kinds=kinds)


def details(visit: Visit) -> Response:
    """What the factor must know before it can be set up."""
    _must_be(visit, FACTOR)
    kind = visit.params["kind"]
    kinds = {factor.kind: factor for factor in visit.core.factors.offered()}
    wanted = kinds[kind].pages.choose if kind in kinds else None
    if wanted is None:
        raise PageError(404)
    form = visit.form(wanted)
    begun = _begin(visit, kind, form) if form.accepted() else None
    return begun or visit.render("recovery/details.html", form=form, pages=kinds[kind].pages)


def _begin(visit: Visit, kind: str, form: Form) -> Response | None:
    try:
        enrolment.begin(visit, kind, challenge.given(form))
    except CannotPrepare as error:
        challenge.refuse(visit, form, visit.core.factors[kind].pages, error)
        return None
    return visit.redirect("recover_setup")


def setup(visit: Visit) -> Response:
    """Show the new factor and have it proved; then the recovery is done."""
    _must_be(visit, FACTOR)

    def on_active(db: DbSession, citizen: Citizen, _credential: Credential) -> None:
        session = db.get_one(Session, visit.live.id)
        flow.finish(visit.core, db, citizen, session)
        sessions.revoke(session)

    def start_again() -> Response:
        return visit.redirect("recover_new_factor")

    def finished(_credential: Credential) -> Response:
        visit.log_out()
        return visit.redirect("recover_done")

    try:
        return enrolment.activate(
            visit, "recovery/setup.html", start_again=start_again, finished=finished, on_active=on_active
        )
    except NotOpen as refused:
        return _ended(visit, refused)


def done(visit: Visit) -> Response:
    """It is there again: log on with it."""
    return visit.render("recovery/done.html")


def _must_be(visit: Visit, kind: str) -> None:
    if (visit.live.challenge or {}).get("kind") != kind:
        raise PageError(404)


def _locked(visit: Visit, db: DbSession) -> tuple[Session, Citizen]:
    session = db.get_one(Session, visit.live.id, with_for_update=True, populate_existing=True)
    if not sessions.is_alive(session):
        raise NotOpen("stopped")
    return session, visit.citizen(db, lock=True)


def _ended(visit: Visit, refused: NotOpen) -> Response:
    visit.log_out()
    visit.flash(STANDING.get(refused.standing, STANDING["none"]))
    return visit.redirect("recover")


STAGE = "recovered"
PAGES = [
    Page("recover_return", "/genopret/fortsaet", "/recover/return", come_back),
    Page("recover_activate", "/genopret/aktiver", "/recover/activate", activate),
    Page("recover_new_password", "/genopret/ny-adgangskode", "/recover/new-password", new_password, access=STAGE),
    Page("recover_new_factor", "/genopret/ny-maade", "/recover/new-way", new_factor, access=STAGE),
    Page("recover_details", "/genopret/ny-maade/{kind}", "/recover/new-way/{kind}", details, access=STAGE),
    Page("recover_setup", "/genopret/saet-op", "/recover/set-up", setup, access=STAGE),
    Page("recover_done", "/genopret/klar", "/recover/ready", done, methods=("GET",)),
]
