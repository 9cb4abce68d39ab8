"""My data: what is stored, in words, and all of it as a file (GDPR articles 15 and 20)."""

import json

from starlette.responses import Response

from app.core import account, events
from app.ui.factor_pages import NoFields
from app.ui.routing import Page
from app.ui.visit import Visit

FILE_NAMES = {"da": "mine-data.json", "en": "my-data.json"}


def data(visit: Visit) -> Response:
    """What we have about the citizen; the button gives the file."""
    form = visit.form(NoFields)
    if form.accepted():
        return _download(visit)
    return visit.render("account/data.html", form=form)


def _download(visit: Visit) -> Response:
    with visit.write() as db:
        citizen = visit.citizen(db)
        stored = account.export(db, citizen)
        events.record(db, "data.downloaded", citizen.id)
    text = json.dumps(stored, ensure_ascii=False, indent=2)
    name = FILE_NAMES[visit.language]
    return Response(
        text, media_type="application/json", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


PAGES = [Page("data", "/min-side/mine-data", "/my-page/my-data", data, access="fresh")]
