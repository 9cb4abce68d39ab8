"""The pages from which a code card is fetched in the form that the citizen can read, and that make a new card."""

from typing import Any

from starlette.responses import Response

from app.core import issue
from app.factors.code_card import layout
from app.factors.code_card.forms import FORMS, sheet_of
from app.ui import enrolment
from app.ui.cards import fetching
from app.ui.cards.fetching import Card, activation, pending
from app.ui.cards.forms import LIST, CardForm
from app.ui.challenge import Asked
from app.ui.factor_pages import NoFields
from app.ui.i18n import N_
from app.ui.routing import Page
from app.ui.visit import Visit

KIND = "code_card"
SAYS = {
    issue.FETCHED: N_("You have fetched this form of the card already. Each can be fetched once."),
    issue.OLD: N_("The card was made more than half an hour ago. Make a new card to fetch it."),
}
MADE = N_("Here is a new card. The one that you had begun on is gone.")
USED_FOR_PLACES = N_("We tell you where each number stands in the list.")


def give(visit: Visit) -> Response:
    """Tell of one form of the card (GET), and give it (POST), once."""
    return fetching.give(visit, CARD)


def make_new(visit: Visit) -> Response:
    """Another card instead of the one that is being activated: costs nothing, and every form can be fetched again."""
    with visit.read() as db:
        asked = pending(visit, db, KIND)
    form = visit.form(NoFields)
    if form.accepted():
        replaces = asked.credential.data.get("replaces")
        enrolment.begin(visit, asked.factor.kind, {}, name=asked.own_name, replaces=replaces)
        visit.flash(MADE)
        return visit.redirect(activation(visit))
    return visit.render("factors/code_card/new.html", form=form, activation=activation(visit))


def _read_here(visit: Visit, asked: Asked, wanted: CardForm) -> Response | None:
    """The list is read on the page: from now on places are told as they are in it."""
    if wanted.name != LIST or "read_here" not in visit.fields:
        return None
    with visit.write() as db:
        context = visit.core.context(db, visit.citizen(db), visit.language)
        issue.read_as(context, asked.credential.id, LIST)
    visit.flash(USED_FOR_PLACES)
    return visit.redirect(activation(visit))


def _more(asked: Asked, wanted: CardForm, state: str) -> dict[str, Any]:
    sections = None
    if wanted.name == LIST and state != issue.OLD:
        entries = [entry for column in asked.shown["columns"] for entry in column]
        sections = layout.sections(entries)
    return {"sections": sections, "serial": asked.credential.data["serial"]}


CARD = Card(
    kind=KIND,
    forms=FORMS,
    says=SAYS,
    template="factors/code_card/form.html",
    sheet_of=sheet_of,
    more=_more,
    other=_read_here,
)
PAGES = (
    *(Page(form.page, form.da, form.en, give, discloses=True) for form in FORMS),
    Page("code_card_new", "/kodekort/nyt", "/code-card/new", make_new, discloses=True),
)
