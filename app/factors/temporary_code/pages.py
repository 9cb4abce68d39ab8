"""How the temporary code is shown."""

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.temporary_code import check
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_


class TemporaryCodeForm(Form):
    """The code that a person gave."""

    code = Code(
        N_("Temporary code"),
        [Filled(N_("Write the 9 digits that you got at Borgerservice."))],
        description=N_("9 digits. You may write spaces."),
        digits=check.DIGITS,
    )


def show(_context: Context, credential: Credential, _question: Question) -> Shown:
    """How long and how often it can still be used; nothing of the code itself."""
    return {"until": credential.expires_at, "uses": check.uses_left(credential)}


PAGES = FactorPages(
    name=N_("Temporary code from Borgerservice"),
    tagline=N_("A person at Borgerservice gives you a code for one day."),
    good=(N_("You have lost all your other ways of logging on."),),
    mind=(
        N_("You can use it for 24 hours, and at most 5 times."),
        N_("Use it to add a way of logging on that lasts."),
    ),
    needs=(N_("You must show who you are at Borgerservice."),),
    time=N_("About 20 seconds each time"),
    level_note=N_("Reaches the level Substantial, and never High. Substantial is enough for nearly every service."),
    challenge_title=N_("Write your temporary code"),
    setup_title=N_("Get a temporary code"),
    answer=TemporaryCodeForm,
    answer_field="code",
    show=show,
    wrong={
        "wrong": N_("That is not your temporary code. Check the digits, and try again."),
        "in_person": N_("Only a person at Borgerservice can give you a temporary code."),
    },
)
