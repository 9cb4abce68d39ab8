"""How recovery codes are shown: the page that makes them, their list, and the question."""

from dataclasses import dataclass

from starlette.responses import Response

from app.core import enrol
from app.core.factor import CannotPrepare, Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.recovery_codes import check, forms
from app.ui import enrolment
from app.ui.cards.fetching import offered
from app.ui.factor_pages import FactorPages, NoFields, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_
from app.ui.routing import Page
from app.ui.visit import PageError, Visit


class RecoveryCodeForm(Form):
    """One of the codes."""

    code = Code(
        N_("Recovery code"),
        [Filled(N_("Write one of your recovery codes. It has 10 digits."))],
        description=N_("10 digits. You may write spaces."),
        digits=check.CODE_DIGITS,
    )


@dataclass(frozen=True)
class Line:
    """One line of the list."""

    number: str
    code: str
    used: bool


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """How many are left; the codes themselves only while they are being set up."""
    left = check.left(credential)
    shown: Shown = {"left": left, "few": left <= check.FEW, "can_answer": left > 0, "number": question.get("number")}
    if credential.status == "pending":
        shown |= {
            "lines": lines_of(context, credential),
            "made": credential.created_at,
            "forms": offered(forms.FORMS, credential),
        }
    return shown


def lines_of(context: Context, credential: Credential) -> list[Line]:
    """The whole list."""
    return [Line(*row) for row in check.table(keys_of(context.db), credential)]


def make(visit: Visit) -> Response:
    """What recovery codes are, and a button that makes them. Those that there were work until the new ones do."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        mine = [item for item in enrol.shown(db, citizen) if item.kind == check.KIND]
        left = sum(check.left(item) for item in mine if item.status == "active")
    form = visit.form(NoFields)
    if form.accepted():
        try:
            enrolment.begin(visit, check.KIND, {}, replaces=mine[0].id if mine else None)
        except (CannotPrepare, enrol.NotTheirs) as error:
            raise PageError(404) from error
        return visit.redirect("factor_activate")
    return visit.render("factors/recovery_codes/make.html", form=form, has_codes=bool(mine), left=left)


PAGES = FactorPages(
    name=N_("Recovery codes"),
    tagline=N_("Ten codes to keep at home, for the day when you have lost the rest."),
    good=(N_("You want to be able to help yourself if you lose your phone, card or key."),),
    mind=(
        N_("Keep them at home, and not together with your password."),
        N_("Each code works once. Make new ones when few are left."),
    ),
    needs=(N_("You must keep a list of ten codes: in print, in braille or as sound."),),
    time=N_("About one minute each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Write a recovery code"),
    setup_title=N_("Keep your recovery codes"),
    answer=RecoveryCodeForm,
    answer_field="code",
    show=show,
    pages=(
        Page("recovery_codes", "/min-side/genopretningskoder", "/my-page/recovery-codes", make, access="fresh"),
        *(Page(form.page, form.da, form.en, forms.give, discloses=True) for form in forms.FORMS),
    ),
    wrong={
        "wrong": N_("That is none of your recovery codes. Check the digits, and try again."),
        "used": N_("You have used this code before. Use the next one on your list."),
        "other_card": N_("This code is from an older list. Use the newest list that you made."),
    },
)
