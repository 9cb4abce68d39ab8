"""Min side: everything at a glance, and what wants to be done."""

from datetime import datetime

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import account, events, notices, recovery
from app.core.factor import is_offered
from app.core.models import Citizen
from app.ui import helped
from app.ui.choosing import beside
from app.ui.notice_levels import LEVELS
from app.ui.routing import Page
from app.ui.visit import Visit
from app.web.account.factors import Way, ways_of
from app.web.account.language import NAMES


def overview(visit: Visit) -> Response:
    """Min side."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        ways = ways_of(visit, db, citizen)
        channels = helped.contacts(visit, notices.channels(db, citizen))
        user_id = account.user_id_of(db, citizen)
        previous = _previous_logon(db, citizen)
        notify = LEVELS[citizen.notify]
        language_name = NAMES[citizen.language]
        under_way = recovery.under_way(db, citizen.id)
    working = [way for way in ways if not way.disabled]
    lasting = [way for way in working if not way.expires_at]
    return visit.render(
        "account/overview.html",
        recovery=under_way,
        renew=visit.live.method in visit.core.factors and not is_offered(visit.core.factors[visit.live.method or ""]),
        ways=ways,
        lasting=lasting,
        only_way=lasting[0] if len(lasting) == 1 else None,
        second=_second(visit, lasting),
        running_out=[way for way in working if way.few],
        blocked=[way for way in ways if way.disabled],
        channels=channels,
        user_id=user_id,
        notify=notify,
        language_name=language_name,
        previous=previous,
    )


def _second(visit: Visit, working: list[Way]) -> str:
    """The name of a second way that is not lost together with the only one; empty where there is none."""
    if len(working) != 1:
        return ""
    second = beside(visit.core.factors.offered(), working[0].kind)
    return visit.core.factors[second.kind].pages.name if second else ""


def _previous_logon(db: DbSession, citizen: Citizen) -> datetime | None:
    """When the citizen logged on before this time: a stranger's log-on shows there."""
    logons = events.last_moments(db, citizen.id, "logon")
    return logons[1] if len(logons) > 1 else None


PAGES = [Page("account", "/min-side", "/my-page", overview, access="citizen", methods=("GET",))]
