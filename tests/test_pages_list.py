"""The auditor's list of pages (a11y_tests/pages.json) is the portal's own: a page that is new must be looked at."""

import json
from pathlib import Path

from starlette.testclient import TestClient

LISTED = Path(__file__).parents[1] / "a11y_tests" / "pages.json"


def test_the_auditors_list_of_pages_is_whole(client: TestClient):
    rooms = json.loads(LISTED.read_text(encoding="utf-8"))
    listed = {name: paths for pages in rooms.values() for name, paths in pages.items()}
    pages = client.app.state.portal.addresses.pages
    ours = {name: [page.path("da"), page.path("en")] for name, page in pages.items()}
    assert listed == ours


def test_no_page_is_in_two_rooms():
    rooms = json.loads(LISTED.read_text(encoding="utf-8"))
    names = [name for pages in rooms.values() for name in pages]
    assert len(names) == len(set(names))
