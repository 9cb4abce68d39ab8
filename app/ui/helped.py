"""Helper mode on the pages: what is refused, what is masked, and how it follows the citizen and ends.

`follow` and `must_stop` are asked once for every request (`app.ui.serving`). A view that is about to show a secret
asks `alone` before it has one in hand, so that none can reach the page.
"""

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from app.core import helper
from app.core.contact import mask_email, mask_mobile
from app.core.models import Session
from app.ui import i18n
from app.ui.i18n import N_, Message
from app.ui.visit import Visit

MASKED_EMAIL = N_("an address that begins with %(first)s, at %(domain)s")
MASKED_MOBILE = N_("a number that ends in %(ending)s")
# Where another way can be chosen that shows a helper nothing, by the stage of the session.
CHOOSE = {"crossing": "crossing_factor", "recovered": "recover_new_factor"}


class HelperFirst(Exception):
    """A helper may not see what was asked for. `setting_up`: another way of logging on would show them nothing."""

    def __init__(self, *, setting_up: bool = False) -> None:
        super().__init__()
        self.setting_up = setting_up


def alone(visit: Visit, *, setting_up: bool = False) -> None:
    """Go on only where no helper is there. Raises HelperFirst."""
    if visit.helped:
        raise HelperFirst(setting_up=setting_up)


def follow(visit: Visit) -> None:
    """A helper who came before the log-on is noted when it is known whom they help; one whose time is over is gone."""
    session = visit.session
    if session is None or not helper.is_known(session):
        return
    over = session.helper_until is not None and visit.helped is None
    if not over and visit.waiting_helper is None:
        return
    with visit.write() as db:
        current = db.get_one(Session, session.id, with_for_update=True)
        if over:
            helper.end(db, current, "time")
        if visit.waiting_helper:
            helper.start(db, current, visit.waiting_helper)
        visit.session = current
    visit.forget_helper()


def must_stop(visit: Visit) -> bool:
    """True where the page is closed to helpers: all that asks for a fresh proof, and what gives secrets away."""
    return visit.helped is not None and (visit.page.discloses or visit.page.access == "fresh")


def refuse(visit: Visit, *, setting_up: bool = False) -> Response:
    """The page that asks the citizen to stop the helper mode first; noted in their activity."""
    session = visit.session
    if session is not None and session.citizen_id:
        with visit.write() as db:
            helper.note_refused(db, session, visit.page.name)
    choose = CHOOSE.get(session.stage) if session is not None and setting_up else None
    ways = [factor.pages.name for factor in visit.core.factors.offered() if not factor.pages.discloses]
    return visit.render("errors/helper.html", status=403, choose=choose, ways=ways)


def contacts(visit: Visit, channels: Mapping[str, str]) -> dict[str, str]:
    """Addresses by channel (email, sms) as they are written; to be recognised only, while a helper is there."""
    shown = {}
    for channel, address in channels.items():
        if visit.helped and address:
            shown[channel] = i18n.translate(visit.voice, _masked(channel, address))
        else:
            shown[channel] = i18n.phone(address) if channel == "sms" and address else address
    return shown


def masked(visit: Visit, shown: Mapping[str, Any]) -> dict[str, Any]:
    """What a factor shows of itself; a telephone number (`phone`) to be recognised only, while a helper is there."""
    if not visit.helped or not shown.get("phone"):
        return dict(shown)
    return {**shown, "phone": i18n.translate(visit.voice, _masked("sms", str(shown["phone"])))}


def _masked(channel: str, address: str) -> Message:
    if channel == "sms":
        return Message(MASKED_MOBILE, ending=mask_mobile(address).ending)
    email = mask_email(address)
    return Message(MASKED_EMAIL, first=email.first, domain=email.domain)
