"""The page from which a form of a card is fetched: once, while the card is pending, by the session that began it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import issue
from app.core.models import Credential
from app.settings import Settings
from app.ui import challenge, i18n
from app.ui.cards import audio, braille
from app.ui.cards.forms import BRAILLE, CardForm
from app.ui.cards.sheet import Sheet
from app.ui.challenge import Asked
from app.ui.factor_pages import NoFields
from app.ui.forms import Form, RadioField, choices_of
from app.ui.i18n import N_
from app.ui.speech import Lang
from app.ui.visit import PageError, Visit

WIDTHS = {28: N_("28 cells a line"), 32: N_("32 cells a line"), 40: N_("40 cells a line")}


def nothing_more(_asked: Asked, _wanted: CardForm, _state: str) -> dict[str, Any]:
    """For a template that needs no more than every form has."""
    return {}


def no_other_button(_visit: Visit, _asked: Asked, _wanted: CardForm) -> Response | None:
    """For a page with no button but the one that fetches."""
    return None


@dataclass(frozen=True)
class Card:
    """How a factor's card is given. kind: the factor's. says: message ids for issue.FETCHED and issue.OLD. template:
    the page of a form. sheet_of: the card as what the forms are made from. more: what the template needs besides.
    other: answers another button of the page than the one that fetches."""

    kind: str
    forms: tuple[CardForm, ...]
    says: Mapping[str, str]
    template: str
    sheet_of: Callable[[DbSession, Settings, Credential, Lang], Sheet]
    more: Callable[[Asked, CardForm, str], dict[str, Any]] = nothing_more
    other: Callable[[Visit, Asked, CardForm], Response | None] = no_other_button


class BrailleForm(Form):
    """How wide the braille may be."""

    cells = RadioField(
        N_("How many cells has a line?"),
        choices=choices_of((str(cells), WIDTHS[cells]) for cells in braille.CELLS),
        description=N_("Choose 32 if you do not know it."),
        default="32",
    )


def offered(forms: Iterable[CardForm], credential: Credential) -> list[dict[str, object]]:
    """The forms in which the pending card can be fetched, and those that were: for the list of links."""
    fetched = issue.fetched(credential)
    return [
        {"page": form.page, "link": form.link, "fetched": form.name in fetched, "missing": form.missing()}
        for form in forms
    ]


def pending(visit: Visit, db: DbSession, kind: str) -> Asked:
    """The card that this very session is activating. Raises PageError (404) where there is none."""
    if visit.session is None or visit.session.enrolment is None or visit.session.citizen_id is None:
        raise PageError(404)
    asked = challenge.asked(visit, db, visit.citizen(db), visit.session.enrolment)
    if asked is None or asked.credential.status != "pending" or asked.factor.kind != kind:
        raise PageError(404)
    return asked


def activation(visit: Visit) -> str:
    """The page on which the card is activated: the same steps when crossing and on Min side."""
    return "crossing_activate" if visit.live.stage == "crossing" else "factor_activate"


def give(visit: Visit, card: Card) -> Response:
    """Tell of one form of the card (GET), and give it (POST), once."""
    wanted = next(form for form in card.forms if form.page == visit.page.name)
    with visit.read() as db:
        asked = pending(visit, db, card.kind)
        state = issue.state_of(asked.credential, wanted.name)
    form = visit.form(BrailleForm if wanted.name == BRAILLE else NoFields)
    if form.accepted():
        other = card.other(visit, asked, wanted)
        if other is not None:
            return other
        if state == issue.READY and not wanted.missing():
            file = _file(visit, asked, card, wanted, int(form.data.get("cells") or braille.CELLS[0]))
            if file is not None:
                return file
            state = issue.FETCHED
        form.fail(None, card.says.get(state, card.says[issue.OLD]))
    return visit.render(
        card.template,
        form=form,
        wanted=wanted,
        state=state,
        missing=wanted.missing(),
        activation=activation(visit),
        says=card.says.get(state, ""),
        **card.more(asked, wanted, state),
    )


def _file(visit: Visit, asked: Asked, card: Card, wanted: CardForm, cells: int) -> Response | None:
    """The file, noted as fetched; None where another request was first. It is made before the database is locked."""
    with visit.read() as db:
        sheet = card.sheet_of(db, visit.settings, asked.credential, cast(Lang, visit.language))
    try:
        content = wanted.format.make(sheet, cells)
    except audio.Busy as error:
        raise PageError(503) from error
    with visit.write() as db:
        context = visit.core.context(db, visit.citizen(db), visit.language)
        if not issue.take(context, asked.credential.id, wanted.name):
            return None
    name = i18n.translate(visit.language, wanted.file)
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, headers=headers, media_type=wanted.format.media_type)
