"""What the crossing's pages share: the guard that keeps steps in order, and the page's frame."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from starlette.responses import Response

from app.core.models import Citizen
from app.migration import journey
from app.ui.routing import View
from app.ui.visit import Visit

COUNT = 5


def in_order(page: str) -> Callable[[View], View]:
    """Let the view answer only where the steps before `page` are done; else go to the first that is not."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(visit: Visit) -> Response:
            with visit.read() as db:
                citizen = visit.citizen(db)
                crossing = journey.of_citizen(db, citizen)
            if journey.is_reached(citizen, crossing, page):
                return view(visit)
            return visit.redirect(journey.next_page(citizen, crossing))

        return guarded

    return wrap


def go_on(visit: Visit) -> Response:
    """To the first page that is not done."""
    with visit.read() as db:
        citizen: Citizen = visit.citizen(db)
        return visit.redirect(journey.next_page(citizen, journey.of_citizen(db, citizen)))


def show(visit: Visit, template: str, page: str, **context: Any) -> Response:
    """Render a page of the crossing with its step."""
    return visit.render(f"crossing/{template}.html", step=journey.STEPS[page], steps=COUNT, **context)
