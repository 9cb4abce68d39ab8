"""Adding a factor, or replacing one by a new one of its kind: choose, tell what it must know, activate, receipt."""

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import notices, reach
from app.core.assurance import Level
from app.core.enrol import NotTheirs
from app.core.factor import CannotPrepare
from app.core.models import Credential
from app.ui import challenge, enrolment
from app.ui.factor_pages import NoFields
from app.ui.forms import N_, Form, RadioField, choices_of
from app.ui.routing import Page
from app.ui.visit import PageError, Visit
from app.web.account.factors import LEVELS, loses, way_of

CHOOSE = N_("Choose one of the ways.")
START_AGAIN = N_("Nothing is being set up right now. Choose a way to begin.")


class KindForm(Form):
    """Which kind of factor."""

    kind = RadioField(N_("Which way do you want to add?"), choices=[], validate_choice=False)


def choose(visit: Visit) -> Response:
    """All kinds side by side, with what each needs."""
    kinds = {factor.kind: factor for factor in visit.core.factors.offered()}
    form = visit.form(KindForm, kind=visit.request.query_params.get("kind"))
    form.kind.choices = choices_of((factor.kind, factor.pages.name) for factor in kinds.values())
    form.kind.validators = [AnyOf(list(kinds), message=CHOOSE)]
    if form.accepted():
        kind = str(form.kind.data)
        if kinds[kind].pages.choose is not None:
            return visit.redirect("factor_details", kind=kind)
        begun = _begin(visit, kind, form)
        if begun is not None:
            return begun
    with visit.read() as db:
        capped = {kind for kind in kinds if _is_capped(visit, db, kind)}
    return visit.render("account/factor_choose.html", form=form, kinds=kinds, levels=LEVELS, capped=capped)


def _is_capped(visit: Visit, db: DbSession, kind: str) -> bool:
    return reach.is_capped(visit.core, db, visit.citizen(db), kind, Level(visit.live.level or 0))


def details(visit: Visit) -> Response:
    """What the factor must know before it can be set up, for instance a telephone number."""
    kind = visit.params["kind"]
    if kind not in visit.core.factors or visit.core.factors[kind].pages.choose is None:
        raise PageError(404)
    pages = visit.core.factors[kind].pages
    form = visit.form(pages.choose or NoFields, phone=_known_mobile(visit))
    begun = _begin(visit, kind, form) if form.accepted() else None
    return begun or visit.render("account/factor_details.html", form=form, pages=pages)


def replace(visit: Visit) -> Response:
    """A new one of the same kind; the old one works until the new one is active."""
    with visit.read() as db:
        way = way_of(visit, db, visit.params["credential"])
        ends_high = loses(visit, db, way)["ends_high"] and _is_capped(visit, db, way.kind)
    form = visit.form(way.pages.choose or NoFields, phone=_known_mobile(visit))
    begun = _begin(visit, way.kind, form, replaces=way.id) if form.accepted() else None
    return begun or visit.render("account/factor_replace.html", form=form, way=way, ends_high=ends_high)


def _known_mobile(visit: Visit) -> str:
    """What we know already is not asked for again (WCAG 3.3.7)."""
    with visit.read() as db:
        return notices.channels(db, visit.citizen(db)).get("sms", "")


def _begin(visit: Visit, kind: str, form: Form, replaces: str | None = None) -> Response | None:
    try:
        enrolment.begin(visit, kind, challenge.given(form), replaces=replaces)
    except CannotPrepare as error:
        challenge.refuse(visit, form, visit.core.factors[kind].pages, error)
        return None
    except NotTheirs as error:
        raise PageError(404) from error
    return visit.redirect("factor_activate")


def activate(visit: Visit) -> Response:
    """Show the new factor and have it proved. Begun with a fresh proof; printing and setting up may take longer."""

    def start_again() -> Response:
        visit.flash(START_AGAIN)
        return visit.redirect("factors")

    def finished(credential: Credential) -> Response:
        return visit.redirect("factor_ready", credential=credential.id)

    return enrolment.activate(visit, "account/activate.html", start_again=start_again, finished=finished)


def ready(visit: Visit) -> Response:
    """The receipt."""
    with visit.read() as db:
        way = way_of(visit, db, visit.params["credential"])
    return visit.render("account/factor_ready.html", way=way)


PAGES = [
    Page("factor_add", "/min-side/faktorer/tilfoej", "/my-page/factors/add", choose, access="fresh", form=KindForm),
    Page(
        "factor_details",
        "/min-side/faktorer/tilfoej/{kind}",
        "/my-page/factors/add/{kind}",
        details,
        access="fresh",
    ),
    Page(
        "factor_replace",
        "/min-side/faktorer/{credential}/udskift",
        "/my-page/factors/{credential}/replace",
        replace,
        access="fresh",
    ),
    Page(
        "factor_activate",
        "/min-side/faktorer/aktiver",
        "/my-page/factors/activate",
        activate,
        access="citizen",
        discloses=True,
    ),
    Page(
        "factor_ready",
        "/min-side/faktorer/{credential}/klar",
        "/my-page/factors/{credential}/ready",
        ready,
        access="citizen",
        methods=("GET",),
    ),
]
