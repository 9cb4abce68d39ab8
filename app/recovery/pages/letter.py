"""A lost factor and no other: user id and password, then a letter with a code, in the form that one can read."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core.outcomes import Refused
from app.core.password_rules import normalise
from app.core.recovery import FACTOR, TooSoon
from app.recovery import flow
from app.recovery.pages.words import UserIdForm, explain
from app.ui import i18n
from app.ui.forms import N_, Filled, Form, Message, PasswordField, RadioField, choices_of
from app.ui.routing import Page
from app.ui.visit import Visit

FORMS = (
    ("print", N_("Ordinary print")),
    ("large", N_("Large print")),
    ("braille", N_("Braille")),
    ("audio", N_("A sound recording")),
)
TOO_SOON = N_("A letter is on its way. You can order another from %(time)s.")


class PasswordToo(UserIdForm):
    """User id and password."""

    password = PasswordField(
        N_("Password"), [Filled(N_("Write your password."))], render_kw={"autocomplete": "current-password"}
    )


class LetterForm(Form):
    """How the letter is made."""

    how = RadioField(
        N_("The letter comes as"),
        [AnyOf([value for value, _label in FORMS], message=N_("Choose how the letter shall be."))],
        choices=choices_of(FORMS),
        validate_choice=False,
    )


def who(visit: Visit) -> Response:
    """User id and password."""
    form = visit.form(PasswordToo)
    if form.accepted():
        typed = normalise(str(form.password.data))
        outcome = flow.begin_letter(visit.core, str(form.user_id.data), typed, visit.browser)
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("recover_order")
        explain(visit, form, outcome)
    return visit.render("recovery/letter.html", form=form, hours=visit.settings.recovery_wait_hours)


def order(visit: Visit) -> Response:
    """Choose the form, and order."""
    if (visit.live.enrolment or {}).get("kind") != FACTOR:
        return visit.redirect("recover")
    form = visit.form(LetterForm, how="print")
    if form.accepted():
        try:
            if flow.order_letter(visit.core, visit.live.id, str(form.how.data), visit.browser):
                return visit.redirect("recover_waiting")
            return visit.redirect("recover")
        except TooSoon as soon:
            form.fail(None, Message(TOO_SOON, time=i18n.day_and_time(visit.language, soon.until)))
    return visit.render("recovery/order.html", form=form)


PAGES = [
    Page("recover_letter", "/genopret/brev", "/recover/letter", who),
    Page("recover_order", "/genopret/brev/bestil", "/recover/letter/order", order, access="recovery"),
]
