"""Every page that is open to all, and every page that tells of something that went wrong, judged by machine."""

import pytest

from a11y_tests.browser import SecurityKey
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.journeys.visits import TOO_LONG, TOO_MANY, look_at, post
from a11y_tests.pages import ROOMS, unvisited

pytestmark = pytest.mark.browser


@pytest.fixture(params=["da", "en"])
def me(request, portal, new_tab, audit):
    """Somebody who looks around."""
    return Traveller(portal, new_tab(language=request.param), portal.people["everyday"], on_page=audit)


def test_open_pages(me, audit):
    for name in ROOMS["open"]:
        look_at(me, "open", name)
    assert not unvisited("open", audit.visited)


def test_help_me_choose(me):
    look_at(me, "open", "choose_help", "?ask=1&no_smartphone=y&sees_little=y", "with advice")
    me.open("/hjaelp/vaelg", "/en/help/choose")
    for box in me.page.get_by_role("checkbox").all():
        box.check()
    me.press("show_what_suits")
    me.look("nothing suits")


def test_mailbox_with_messages(me):
    look_at(me, "open", "mailbox", "?to=mette@example.dk", "of one")


def test_key_that_belongs_elsewhere(me):
    SecurityKey(me.page)
    me.open("/log-paa/noegle", "/en/log-on/key")
    me.page.get_by_role("button", name=me.say("use_key")).click()
    me.page.get_by_role("heading", name=me.say("key_not_used")).wait_for()
    me.look("error by script")


def test_no_such_page(me):
    me.open("/findes-ikke", "/en/not-here")
    me.look()


def test_page_that_cannot_be_opened(me):
    look_at(me, "no pages", "session_extend")


def test_form_from_elsewhere(me):
    post(me, "logon", {"user_id": "x"})
    me.look("403")


def test_form_of_a_kind_that_is_not_ours(me):
    post(me, "logon", {"user_id": "x"}, kind="multipart/form-data")
    me.look("415")


def test_form_with_too_many_fields(me):
    post(me, "logon", {f"field{number}": "x" for number in range(TOO_MANY)})
    me.look("400")


def test_form_that_is_too_long(me):
    me.open("/log-paa", "/en/log-on")
    me.page.get_by_label(me.say("user_id"), exact=True).fill("x" * TOO_LONG)
    me.press("go_on")
    me.look("413")
