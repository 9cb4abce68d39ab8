"""How the code card is shown: its question, its table, and the page that prints it."""

from app.core.factor import Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.code_card import check
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_


class CardCodeForm(Form):
    """The code that stands beside the number."""

    code = Code(
        N_("Code"),
        [Filled(N_("Write the 6 digits that stand beside the number on your code card."))],
        description=N_("6 digits. You may write spaces."),
    )


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The number that is asked and where it stands; the whole card only while it is being activated."""
    keys = keys_of(context.db)
    numbers = check.numbers(keys, credential)
    position = question.get("position")
    shown: Shown = {"serial": credential.data["serial"], "left": check.left(credential), "few": check.FEW}
    if position is not None:
        shown |= {"number": numbers[position], "place": check.place(position)}
    if credential.status == "pending":
        shown |= {"card": check.table(keys, credential), "lines": check.LINES}
    return shown


PAGES = FactorPages(
    name=N_("Code card"),
    tagline=N_("A card with codes on paper. You need no telephone."),
    good=(
        N_("You do not have a smartphone, or do not want to use it for this."),
        N_("You prefer paper, or someone reads it aloud to you."),
    ),
    mind=(
        N_("Keep the card where only you can find it."),
        N_("Each code works once. You get a new card before it is used up."),
    ),
    needs=(N_("You must be able to read the card, or have it read to you."), N_("You need a printer.")),
    time=N_("About 40 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Find the code on your code card"),
    setup_title=N_("Print your code card"),
    answer=CardCodeForm,
    answer_field="code",
    show=show,
    wrong={
        "wrong": N_("That code does not belong to this number. Check the number and the code, and try again."),
        "void": N_("Another window has answered this question. Here is the next number."),
    },
)
