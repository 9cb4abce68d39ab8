"""Step 5, second half: activate the factor by using it; then the receipt."""

from typing import Any

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import account, enrol, notices, reach
from app.core.assurance import Level
from app.core.factor import CannotPrepare
from app.core.models import Citizen, Credential, Session
from app.migration import journey
from app.migration.pages import steps
from app.ui import challenge, enrolment, helped
from app.ui.choosing import beside
from app.ui.factor_pages import NoFields
from app.ui.notice_levels import LEVELS
from app.ui.routing import Page
from app.ui.visit import Visit


@steps.in_order("crossing_prepare")
def prepare(visit: Visit) -> Response:
    """What is about to be activated; a factor that must know something (a number) asks for it here."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        kind = journey.of_citizen(db, citizen).factor_kind or ""
        known = notices.channels(db, citizen)
    factor = visit.core.factors[kind]
    form = visit.form(factor.pages.choose or NoFields, phone="" if visit.helped else known.get("sms", ""))
    if form.accepted():
        try:
            enrolment.begin(visit, kind, {name: str(value or "") for name, value in form.data.items()})
            return visit.redirect("crossing_activate")
        except CannotPrepare as error:
            challenge.refuse(visit, form, factor.pages, error)
    below = factor.level < Level.HIGH
    return steps.show(visit, "prepare", "crossing_prepare", form=form, pages=factor.pages, kind=kind, below_high=below)


@steps.in_order("crossing_prepare")
def activate(visit: Visit) -> Response:
    """Prove that the factor works. At the last proof the citizen has the new eID, and is logged on."""

    def on_active(db: DbSession, citizen: Citizen, credential: Credential) -> None:
        session = db.get_one(Session, visit.live.id)
        visit.log_in(
            journey.finish(visit.core, db, citizen, credential, session),
            remember=visit.device.citizens | {citizen.id},
        )

    return enrolment.activate(
        visit,
        "crossing/activate.html",
        start_again=lambda: visit.redirect("crossing_prepare"),
        finished=lambda _credential: visit.redirect("crossing_receipt"),
        on_active=on_active,
        step=journey.STEPS["crossing_prepare"],
        steps=steps.COUNT,
    )


def receipt(visit: Visit) -> Response:
    """What you have now: to read, to print, or to have read aloud."""
    return visit.render("crossing/receipt.html", **_receipt(visit))


def receipt_text(visit: Visit) -> Response:
    """The receipt as a text file to save."""
    response = visit.render("crossing/receipt.txt", **_receipt(visit))
    name = "kvittering.txt" if visit.language == "da" else "receipt.txt"
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _receipt(visit: Visit) -> dict[str, Any]:
    with visit.read() as db:
        citizen = visit.citizen(db)
        credential = journey.first_factor(db, citizen)
        second = beside(visit.core.factors.offered(), credential.kind) if credential else None
        return {
            "name": account.name_of(db, citizen),
            "user_id": account.user_id_of(db, citizen),
            "finished_at": citizen.crossed_at or citizen.created_at,
            "channels": helped.contacts(visit, notices.channels(db, citizen)),
            "level": LEVELS[citizen.notify],
            "factor": visit.core.factors[credential.kind].pages.name if credential else "",
            "more_than_one": len(enrol.active(db, citizen)) > 1,
            "second": visit.core.factors[second.kind].pages.name if second else "",
            "reaches_high": bool(credential) and reach.level(visit.core, credential) >= Level.HIGH,
        }


PAGES = [
    Page("crossing_prepare", "/skift/goer-klar", "/switch/prepare", prepare, access="crossing"),
    Page("crossing_activate", "/skift/aktiver", "/switch/activate", activate, access="crossing"),
    Page("crossing_receipt", "/skift/kvittering", "/switch/receipt", receipt, access="citizen", methods=("GET",)),
    Page(
        "crossing_receipt_text",
        "/skift/kvittering.txt",
        "/switch/receipt.txt",
        receipt_text,
        access="citizen",
        methods=("GET",),
        discloses=True,
    ),
]
