"""How the code card is shown: its question, with where the number stands, and the sheet while it is activated."""

from sqlalchemy.orm import Session as DbSession

from app.core import issue
from app.core.factor import Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.code_card import check, fetching, layout
from app.factors.code_card.forms import FORMS
from app.ui.cards.fetching import offered
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
    position = question.get("position")
    left = check.left(credential)
    shown: Shown = {
        "serial": credential.data["serial"],
        "left": left,
        "few": left <= check.FEW,
        "can_answer": position is not None,
    }
    if position is not None:
        number = check.numbers(keys_of(context.db), credential)[position]
        shown |= {"number": number, **_places(credential, position)}
    if credential.status == "pending":
        shown |= {"columns": columns_of(context.db, credential), "forms": offered(FORMS, credential)}
    return shown


def columns_of(db: DbSession, credential: Credential) -> list[list[layout.Entry]]:
    """The whole card as it is laid out."""
    return layout.columns(check.table(keys_of(db), credential))


def _places(credential: Credential, position: int) -> dict[str, object]:
    """Where the number stands in the form that the citizen reads, and in the others that they have fetched."""
    reads = layout.form_of(credential)
    others = [form for form in issue.fetched(credential) if form != reads]
    return {
        "where": layout.where(position, reads, check.SIZE),
        "also": [layout.where(position, form, check.SIZE) for form in others],
    }


PAGES = FactorPages(
    name=N_("Code card"),
    tagline=N_("A card with codes: on paper, in braille or as sound. You need no telephone."),
    good=(
        N_("You do not have a smartphone, or do not want to use it for this."),
        N_("You prefer paper, or someone reads it aloud to you."),
        N_("You want it in large print, in braille or as sound."),
    ),
    mind=(
        N_("Keep the card where only you can find it."),
        N_("Each code works once. You get a new card before it is used up."),
    ),
    needs=(
        N_("You must be able to read the card: print, braille or sound. Or have it read to you."),
        N_("You can print it, save it or write it down."),
    ),
    time=N_("About 40 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Find the code on your code card"),
    setup_title=N_("Get your code card"),
    answer=CardCodeForm,
    answer_field="code",
    show=show,
    pages=fetching.PAGES,
    wrong={
        "wrong": N_("That code does not belong to this number. Check the number and the code, and try again."),
        "other_card": N_("That code is from another of your cards. Look at the card's own number, and try again."),
        "void": N_("Another window has answered this question. Here is the next number."),
    },
)
