"""The crossing's pages: five steps, one thing a page."""

from app.migration.pages import begin, choose, contact, logon, nemid, ready, terms
from app.ui.routing import Page

PAGES: list[Page] = [
    *begin.PAGES,
    *nemid.PAGES,
    *terms.PAGES,
    *contact.PAGES,
    *choose.PAGES,
    *logon.PAGES,
    *ready.PAGES,
]
