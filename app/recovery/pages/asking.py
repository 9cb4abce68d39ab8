"""What is lost, and a forgotten password: a code to a confirmed channel, one of your factors, then the wait."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import enrol, recovery
from app.core.models import Session
from app.core.outcomes import Refused, Started
from app.recovery import flow
from app.recovery.pages.words import UserIdForm, explain
from app.ui import challenge
from app.ui.factor_pages import NoFields
from app.ui.forms import N_, Code, Filled, Form, RadioField, choices_of
from app.ui.routing import Page
from app.ui.visit import Visit

CODE_REASONS = {
    "wrong": N_("That is not the code that we sent. Check it, and try again."),
    "void": N_("That was not right three times. Ask for a new code."),
    "expired": N_("The time for this code is over. Ask for a new code."),
}


class WhoForm(UserIdForm):
    """User id, and where the code is sent."""

    channel = RadioField(
        N_("Where shall we send a code?"),
        [AnyOf(flow.CHANNELS, message=N_("Choose e-mail or text message."))],
        choices=choices_of((("email", N_("To my e-mail address")), ("sms", N_("To my mobile, as a text message")))),
        validate_choice=False,
    )


class SentCodeForm(Form):
    """The code that was sent."""

    code = Code(
        N_("Code"),
        [Filled(N_("Write the code that we sent. It has 6 digits."))],
        description=N_("6 digits. You may write spaces."),
    )


def recover(visit: Visit) -> Response:
    """What have you lost?"""
    return visit.render("recovery/recover.html", hours=visit.settings.recovery_wait_hours)


def password(visit: Visit) -> Response:
    """Whose password, and where the code goes. The same answer whether there is such a user or not."""
    form = visit.form(WhoForm)
    if form.accepted():
        outcome = flow.begin_password(
            visit.core, str(form.user_id.data), str(form.channel.data), visit.browser, visit.language
        )
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("recover_code")
        explain(visit, form, outcome)
    return visit.render("recovery/password.html", form=form, hours=visit.settings.recovery_wait_hours)


def code(visit: Visit) -> Response:
    """The code that was sent, if there was anybody to send it to."""
    form = visit.form(SentCodeForm)
    if form.accepted():
        outcome = flow.answer_code(visit.core, visit.live.id, str(form.code.data))
        if isinstance(outcome, Started):
            visit.log_in(outcome.token)
            return visit.redirect("recover_new_factor")
        if not outcome:
            return visit.redirect("recover_proof")
        form.fail("code", CODE_REASONS[outcome])
    minutes = visit.settings.code_minutes
    return visit.render("recovery/code.html", form=form, minutes=minutes)


def proof(visit: Visit) -> Response:
    """One of the citizen's factors: chosen first, then asked."""
    if visit.sent and "credential" in visit.fields:
        flow.choose(visit.core, visit.live.id, str(visit.fields["credential"]))
        return visit.redirect("recover_proof")
    if "channel" not in (visit.live.enrolment or {}).get("proofs", ()):
        return visit.redirect("recover_code")
    asked = _asked_now(visit)
    if asked is None or "other" in visit.request.query_params:
        return _choose(visit)
    if visit.sent and "ask_again" in visit.fields:
        flow.choose(visit.core, visit.live.id, asked.credential.id)
        challenge.tell(visit, _asked_now(visit))
        return visit.redirect("recover_proof")
    form = visit.form(asked.pages.answer)
    if asked.can_answer and form.accepted():
        verdict = flow.answer_factor(visit.core, visit.live.id, challenge.given(form), visit.browser)
        if verdict.ok:
            return visit.redirect("recover_waiting")
        if verdict.reason in ("void", "used", "expired", "disabled"):
            flow.choose(visit.core, visit.live.id, asked.credential.id)
        asked = _asked_now(visit) or asked
        challenge.explain(visit, form, asked, verdict)
    return visit.render("recovery/proof.html", form=form, asked=asked, shown=asked.shown)


def _choose(visit: Visit) -> Response:
    with visit.read() as db:
        ways = [
            {"id": item.id, "pages": visit.core.factors[item.kind].pages, "name": enrol.name_of(db, item)}
            for item in flow.usable(db, visit.live.citizen_id or "")
        ]
    return visit.render("recovery/choose.html", ways=ways, form=visit.form(NoFields))


def _asked_now(visit: Visit) -> challenge.Asked | None:
    with visit.read() as db:
        visit.session = db.get_one(Session, visit.live.id)
        return challenge.asked(visit, db, visit.citizen(db), visit.live.challenge) if visit.session.citizen_id else None


def waiting(visit: Visit) -> Response:
    """It is asked for: from when it can be used, with which code, and how it is stopped."""
    asked_for = (visit.live.enrolment or {}).get("requested")
    with visit.read() as db:
        row = recovery.under_way(db, visit.live.citizen_id or "")
        if row is None or row.serial != asked_for:
            return visit.redirect("recover")
        shown_code = recovery.code_of(db, row) if row.kind == recovery.PASSWORD else ""
    return visit.render("recovery/waiting.html", row=row, code=shown_code)


PAGES = [
    Page("recover", "/genopret", "/recover", recover, methods=("GET",)),
    Page("recover_password", "/genopret/adgangskode", "/recover/password", password),
    Page("recover_code", "/genopret/kode", "/recover/code", code, access="recovery"),
    Page("recover_proof", "/genopret/bevis", "/recover/proof", proof, access="recovery"),
    Page("recover_waiting", "/genopret/venter", "/recover/waiting", waiting, access="recovery", methods=("GET",)),
]
