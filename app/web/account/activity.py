"""What happened on the eID, in plain words: the time and the browser, never a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from starlette.responses import Response

from app.core import events
from app.core.models import Event
from app.ui.i18n import ZONE
from app.ui.phrases import EVENTS
from app.ui.routing import Page
from app.ui.visit import Visit

A_PAGE = 50
# A number in the address that no event has reached; more would not fit the column.
LARGEST = 2**62


@dataclass(frozen=True)
class Line:
    """One event: when, what (a message id), with which factor (a message id or empty), in which browser.

    `helper`: who helped, as the citizen gave it, or empty.
    """

    at: datetime
    what: str
    factor: str
    device: str
    helper: str = ""


@dataclass(frozen=True)
class Day:
    """The events of one day, newest first."""

    date: date
    lines: tuple[Line, ...]


def activity(visit: Visit) -> Response:
    """Fifty events a page, newest first, under a heading for each day."""
    before = _number(visit.request.query_params.get("before", ""))
    with visit.read() as db:
        found = events.of_citizen(db, visit.live.citizen_id or "", limit=A_PAGE + 1, before=before)
    shown, more = found[:A_PAGE], len(found) > A_PAGE
    older = f"{visit.path}?before={shown[-1].number}" if more else ""
    return visit.render("account/activity.html", days=_days(visit, shown), older=older, is_first=before is None)


def _number(text: str) -> int | None:
    """The event number in the address; whatever else stands there means the first page."""
    if text.isascii() and text.isdigit() and len(text) < 20:
        return min(int(text), LARGEST) or None
    return None


def _days(visit: Visit, found: Sequence[Event]) -> list[Day]:
    def day_of(event: Event) -> date:
        return event.at.astimezone(ZONE).date()

    return [Day(day, tuple(_line(visit, event) for event in group)) for day, group in groupby(found, key=day_of)]


def _line(visit: Visit, event: Event) -> Line:
    kind = event.detail.get("method") or event.detail.get("kind") or ""
    factors = visit.core.factors
    name = factors[kind].pages.name if isinstance(kind, str) and kind in factors else ""
    device, helper = str(event.detail.get("device") or ""), str(event.detail.get("helper") or "")
    return Line(event.at, EVENTS.get(event.kind, EVENTS["other"]), name, device, helper)


PAGES = [Page("activity", "/min-side/aktivitet", "/my-page/activity", activity, access="citizen", methods=("GET",))]
