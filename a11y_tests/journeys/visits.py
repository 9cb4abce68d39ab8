"""Looking at pages by their addresses: what anybody may see, and what goes wrong outside any form."""

from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import ROOMS

TOO_LONG = 70_000
TOO_MANY = 250


def look_at(me: Traveller, room: str, name: str, query: str = "", state: str = "") -> None:
    """Open a page by its address."""
    danish, english = ROOMS[room][name]
    me.open(danish + query, english + query)
    me.look(state)


def post(me: Traveller, name: str, fields: dict[str, str], kind: str = "application/x-www-form-urlencoded") -> None:
    """Send a form of one's own making to the log-on page, from a page that is none of the portal's."""
    danish, english = ROOMS["account"][name]
    address = me.portal.url + (danish if me.language == "da" else english)
    inputs = "".join(f'<input name="{field}" value="{value}">' for field, value in fields.items())
    me.page.goto("about:blank")
    me.page.set_content(f'<form method="post" action="{address}" enctype="{kind}">{inputs}<button>x</button></form>')
    with me.page.expect_navigation():
        me.page.get_by_role("button").click()
