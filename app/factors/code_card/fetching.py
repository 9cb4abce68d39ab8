"""The pages from which a code card is fetched in the form that the citizen can read, and that make a new card."""

from typing import cast

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.factors.code_card import issue, layout
from app.factors.code_card.forms import FORMS, CardForm, sheet_of
from app.ui import challenge, enrolment, i18n
from app.ui.cards import audio, braille
from app.ui.challenge import Asked
from app.ui.factor_pages import NoFields
from app.ui.forms import Form, RadioField, choices_of
from app.ui.i18n import N_
from app.ui.routing import Page
from app.ui.speech import Lang
from app.ui.visit import PageError, Visit

BY_PAGE = {form.page: form for form in FORMS}
SAYS = {
    issue.FETCHED: N_("You have fetched this form of the card already. Each can be fetched once."),
    issue.OLD: N_("The card was made more than half an hour ago. Make a new card to fetch it."),
}
MADE = N_("Here is a new card. The one that you had begun on is gone.")
USED_FOR_PLACES = N_("We tell you where each number stands in the list.")
WIDTHS = {28: N_("28 cells a line"), 32: N_("32 cells a line"), 40: N_("40 cells a line")}


class BrailleForm(Form):
    """How wide the braille may be."""

    cells = RadioField(
        N_("How many cells has a line?"),
        choices=choices_of((str(cells), WIDTHS[cells]) for cells in braille.CELLS),
        description=N_("Choose 32 if you do not know it."),
        default="32",
    )


def give(visit: Visit) -> Response:
    """Tell of one form of the card (GET), and give it (POST), once."""
    wanted = BY_PAGE[visit.page.name]
    with visit.read() as db:
        asked = _pending(visit, db)
        state = issue.state_of(asked.credential, wanted.name)
    form = visit.form(BrailleForm if wanted.name == layout.BRAILLE else NoFields)
    if form.accepted():
        if wanted.name == layout.LIST and "read_here" in visit.fields:
            return _read_here(visit, asked)
        if state == issue.READY and not wanted.missing():
            file = _file(visit, asked, wanted, int(form.data.get("cells") or braille.CELLS[0]))
            if file is not None:
                return file
            state = issue.FETCHED
        form.fail(None, SAYS.get(state, SAYS[issue.OLD]))
    return _page(visit, asked, wanted, form, state)


def make_new(visit: Visit) -> Response:
    """Another card instead of the one that is being activated: costs nothing, and every form can be fetched again."""
    with visit.read() as db:
        asked = _pending(visit, db)
    form = visit.form(NoFields)
    if form.accepted():
        replaces = asked.credential.data.get("replaces")
        enrolment.begin(visit, asked.factor.kind, {}, name=asked.own_name, replaces=replaces)
        visit.flash(MADE)
        return visit.redirect(_activation(visit))
    return visit.render("factors/code_card/new.html", form=form, activation=_activation(visit))


def _pending(visit: Visit, db: DbSession) -> Asked:
    """The card that this very session is activating; 404 where there is none."""
    if visit.session is None or visit.session.enrolment is None or visit.session.citizen_id is None:
        raise PageError(404)
    asked = challenge.asked(visit, db, visit.citizen(db), visit.session.enrolment)
    if asked is None or asked.credential.status != "pending" or "columns" not in asked.shown:
        raise PageError(404)
    return asked


def _activation(visit: Visit) -> str:
    """The page on which it is activated: the same steps when crossing and on Min side."""
    return "crossing_activate" if visit.live.stage == "crossing" else "factor_activate"


def _read_here(visit: Visit, asked: Asked) -> Response:
    with visit.write() as db:
        context = visit.core.context(db, visit.citizen(db), visit.language)
        issue.read_as(context, asked.credential.id, layout.LIST)
    visit.flash(USED_FOR_PLACES)
    return visit.redirect(_activation(visit))


def _file(visit: Visit, asked: Asked, wanted: CardForm, cells: int) -> Response | None:
    """The file, noted as fetched; None where another request was first. It is made before the database is locked."""
    with visit.read() as db:
        sheet = sheet_of(db, visit.settings, asked.credential, cast(Lang, visit.language))
    try:
        content = wanted.make(sheet, cells)
    except audio.Busy as error:
        raise PageError(503) from error
    with visit.write() as db:
        context = visit.core.context(db, visit.citizen(db), visit.language)
        if not issue.take(context, asked.credential.id, wanted.name):
            return None
    name = i18n.translate(visit.language, wanted.file)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, headers=headers, media_type=wanted.media_type)


def _page(visit: Visit, asked: Asked, wanted: CardForm, form: Form, state: str) -> Response:
    sections = None
    if wanted.name == layout.LIST and state != issue.OLD:
        entries = [entry for column in asked.shown["columns"] for entry in column]
        sections = layout.sections(entries)
    return visit.render(
        "factors/code_card/form.html",
        form=form,
        wanted=wanted,
        state=state,
        missing=wanted.missing(),
        sections=sections,
        serial=asked.credential.data["serial"],
        activation=_activation(visit),
        says=SAYS.get(state, ""),
    )


PAGES = (
    *(Page(form.page, form.da, form.en, give) for form in FORMS),
    Page("code_card_new", "/kodekort/nyt", "/code-card/new", make_new),
)
