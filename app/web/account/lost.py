"""A way of logging on that was lost is blocked at once, without a fresh proof."""

from starlette.responses import Response

from app.core import enrol, lost
from app.ui import i18n
from app.ui.factor_pages import NoFields
from app.ui.forms import N_
from app.ui.routing import Page
from app.ui.visit import Visit
from app.web.account.factors import loses, only_theirs, way_of

BLOCKED = N_("You have blocked: %(label)s. Nobody can use it now.")


def block(visit: Visit) -> Response:
    """Say what it means; block it when the citizen says so."""
    with visit.read() as db:
        way = way_of(visit, db, visit.params["credential"])
        lost_with_it = loses(visit, db, way)
        is_last = not any(item.id != way.id for item in enrol.active(db, visit.citizen(db)))
    if way.disabled:
        return visit.redirect("factors")
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db, only_theirs():
            lost.block(db, visit.citizen(db, lock=True), way.id, keep_session=visit.live.id)
        visit.done(BLOCKED, label=i18n.translate(visit.language, way.label))
        return visit.redirect("factors")
    return visit.render("account/factor_lost.html", form=form, way=way, is_last=is_last, **lost_with_it)


PAGES = [
    Page(
        "factor_lost",
        "/min-side/faktorer/{credential}/mistet",
        "/my-page/factors/{credential}/lost",
        block,
        access="citizen",
    )
]
