"""How the code card is shown: its question, the sheet that is printed, a list to be heard, and a text file."""

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core.factor import Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.code_card import check, layout
from app.ui import challenge
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_
from app.ui.routing import Page
from app.ui.visit import PageError, Visit


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
        shown |= {"number": number, "place": layout.place(position)}
    if credential.status == "pending":
        shown["columns"] = columns_of(context.db, credential)
    return shown


def columns_of(db: DbSession, credential: Credential) -> list[list[layout.Entry]]:
    """The whole card as it is laid out."""
    return layout.columns(check.table(keys_of(db), credential))


def as_text(visit: Visit) -> Response:
    """The card as a text file, for large print, braille or a notetaker.

    There is such a file only where the set-up page shows the card too: while it is being activated, to the session
    that began it.
    """
    if visit.session is None or visit.session.enrolment is None:
        raise PageError(404)
    with visit.read() as db:
        asked = challenge.asked(visit, db, visit.citizen(db), visit.session.enrolment)
        if asked is None or asked.pages is not PAGES or asked.credential.status != "pending":
            raise PageError(404)
        shown = {"serial": asked.credential.data["serial"], "columns": columns_of(db, asked.credential)}
    response = visit.render("factors/code_card/card.txt", shown=shown)
    name = "kodekort.txt" if visit.language == "da" else "code-card.txt"
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


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
    pages=(Page("code_card_text", "/kodekort.txt", "/code-card.txt", as_text, methods=("GET",)),),
    wrong={
        "wrong": N_("That code does not belong to this number. Check the number and the code, and try again."),
        "void": N_("Another window has answered this question. Here is the next number."),
    },
)
