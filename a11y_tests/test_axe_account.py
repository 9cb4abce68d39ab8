"""Log-on and Min side, in every state that a citizen can bring them into, judged by machine."""

import pytest

from a11y_tests.journeys import account, crossing, logon
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import unvisited

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["da", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def visited(language):
    """The pages that the tests of one language have seen together."""
    return set()


@pytest.fixture
def seat(portal, new_tab, audit, language, visited):
    """Seats somebody in front of a browser, under the eyes of the audit."""
    yield lambda person: Traveller(portal, new_tab(language=language), person, on_page=audit)
    visited |= audit.visited


@pytest.fixture
def newcomer(portal, seat, audit):
    """Somebody who has just crossed with a code card, unwatched till now, and what they have."""
    me = seat(portal.people.take("everyday"))
    me.watched_by(lambda tab, state: None)
    eid = crossing.cross(me, "code_card")
    me.watched_by(audit)
    return me, eid


def test_log_on_with_a_card(portal, seat):
    account.log_on_with_mistakes(seat(portal.people["crossed-card"]), "code_card", "code")


def test_log_on_with_an_app(portal, seat):
    account.log_on_with_mistakes(seat(portal.people["crossed-app"]), "authenticator_app", "app_code")


def test_log_on_another_way(portal, seat):
    me = seat(portal.people["crossed-app-and-card"])
    account.log_on(me, "authenticator_app", by_way_of="code_card")


def test_log_on_by_telephone(portal, seat):
    account.log_on(seat(portal.people["crossed-audio-and-card"]), "audio_code")


def test_log_on_with_a_key(portal, seat):
    account.log_on(seat(portal.people["crossed-key-and-app"]), "security_key")


def test_looks_around_and_closes(newcomer):
    me, eid = newcomer
    account.look_around(me, eid.factor)
    account.show_again_that_it_is_me(me, eid.factor)
    account.close(me, eid.factor)


def test_changes_details(newcomer):
    me, eid = newcomer
    account.change_details(me, eid.factor)
    account.change_contact(me, eid.factor, "email", "ny@example.dk", "maja")
    account.change_contact(me, eid.factor, "mobile", "+4534412399", "12")
    account.visit(me, eid.factor, "account", "cannot be reached")
    account.visit(me, eid.factor, "notify", "cannot be reached")


def test_changes_factors(newcomer):
    me, eid = newcomer
    account.find_that_the_last_stays(me, eid.factor)
    for kind in ("authenticator_app", "audio_code", "security_key"):
        account.add_factor(me, eid.factor, kind)
    account.rename(me, eid.factor)
    card = account.replace(me, eid.factor)
    account.remove(me, card, "authenticator_app")


def test_blocks_at_once(newcomer):
    me, eid = newcomer
    account.block(me, eid)


def test_logs_on_in_two_places(newcomer, seat):
    me, eid = newcomer
    logon.log_off(me)
    logon.log_on(me, eid)
    other = seat(me.person)
    logon.log_on(other, eid)
    account.visit(other, eid.factor, "sessions", "two places")


def test_is_warned_before_the_time_is_out(newcomer):
    me, eid = newcomer
    me.page.clock.install()
    account.visit(me, eid.factor, "account")
    me.page.clock.fast_forward("26:00")
    me.page.get_by_role("dialog").wait_for()
    me.look("time is nearly out")


def test_every_page_was_seen(visited):
    assert not unvisited("account", visited)
