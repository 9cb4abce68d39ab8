"""Pages that only a portal in trouble shows: a session that is over, too many tries, maintenance."""

import os

import pytest

from a11y_tests.deployment import deployment
from a11y_tests.journeys import logon
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.traveller import Traveller

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif("PORTAL_URL" in os.environ, reason="the settings of a portal that runs are not ours to change"),
]


@pytest.fixture(scope="module")
def hurried(tmp_path_factory):
    """A portal whose sessions are over at once, and which takes two wrong tries from one place."""
    settings = {"OVERGANG_IDLE_MINUTES": "0", "OVERGANG_SOURCE_FAILURES": "2"}
    with deployment(tmp_path_factory.mktemp("hurried"), **settings) as running:
        yield running


@pytest.fixture(scope="module")
def closed(tmp_path_factory):
    """A portal in maintenance."""
    with deployment(tmp_path_factory.mktemp("closed"), OVERGANG_MAINTENANCE="true") as running:
        yield running


@pytest.fixture(params=["da", "en"])
def visitor_of(request, new_tab, audit):
    """Seats a persona before a portal."""
    return lambda portal, key: Traveller(portal, new_tab(language=request.param), portal.people[key], on_page=audit)


def test_session_that_is_over(hurried, visitor_of):
    me = visitor_of(hurried, "crossed-card")
    card = owned(me, "code_card")
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.answer(me, card)
    me.arrive("log_on", "the session is over")


def test_too_many_tries(hurried, visitor_of):
    me = visitor_of(hurried, "everyday")
    me.open("/log-paa", "/en/log-on")
    for _ in range(3):
        if me.page.get_by_label(me.say("user_id"), exact=True).is_visible():
            logon.give_password(me, "ingen.her", "forkert")
    me.look("429")
    assert not me.page.get_by_label(me.say("user_id"), exact=True).is_visible()


def test_maintenance(closed, visitor_of):
    me = visitor_of(closed, "everyday")
    me.open("/", "/en")
    me.look("503")
