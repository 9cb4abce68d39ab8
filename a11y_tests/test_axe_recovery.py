"""Recovery in every state: what is lost, the proofs, the wait, coming back, stopping it; judged by machine."""

import os

import pytest

from a11y_tests.deployment import deployment
from a11y_tests.journeys import account, helped, lost, recovery
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import unvisited

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        "PORTAL_URL" in os.environ, reason="the waiting time of a portal that runs is not ours to change"
    ),
]
# Whoever has crossed is needed for one thing in each language.
LOSES = {"da": "crossed-app-and-card", "en": "crossed-audio-and-card"}
FORGETS = {"da": "crossed-card", "en": "crossed-audio-and-card"}
WRITES = {"da": "crossed-app", "en": "crossed-key-and-app"}


@pytest.fixture(scope="module")
def at_once(tmp_path_factory):
    """A portal in which the waiting time is over at once."""
    with deployment(tmp_path_factory.mktemp("at_once"), OVERGANG_RECOVERY_WAIT_HOURS="0") as running:
        yield running


@pytest.fixture(scope="module", params=["da", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def visited(language):
    """The pages that the tests of one language have seen together."""
    return set()


@pytest.fixture
def seat(new_tab, sparing_audit, language, visited):
    """Seats a persona before a portal, under the eyes of the audit."""
    yield lambda portal, key: Traveller(portal, new_tab(language=language), portal.people[key], on_page=sparing_audit)
    visited |= sparing_audit.visited


def test_loses_a_factor(at_once, seat, language):
    me = seat(at_once, LOSES[language])
    account.log_on(me, "code_card", by_way_of=owned(me, me.person.factor).kind)
    lost.block(me, me.person.factor)
    lost.find_that_it_is_the_last(me, "code_card")


def test_forgets_the_password(at_once, seat, language):
    me = seat(at_once, FORGETS[language])
    recovery.ask_for_password(me, "code_card")
    recovery.make_new_password(me)


def test_orders_a_letter(at_once, seat, language):
    me = seat(at_once, WRITES[language])
    recovery.order_letter(me)
    recovery.order_another_letter(me)
    recovery.use_letter(me, "code_card")


def test_finds_that_the_wait_is_not_over_and_stops_it(portal, seat):
    me = seat(portal, "crossed-card")
    recovery.ask_for_password(me, "code_card")
    recovery.come_back_too_early(me)
    recovery.see_it_on_my_page(me, owned(me, "code_card"), "a password")
    recovery.stop_by_message(seat(portal, "crossed-card"))


def test_stops_a_letter_on_my_page(portal, seat):
    me = seat(portal, "crossed-audio-and-card")
    recovery.order_letter(me)
    recovery.see_it_on_my_page(me, owned(me, "code_card"), "a letter")
    recovery.stop_on_my_page(me)


def test_is_helped_by_another(portal, seat):
    me = seat(portal, "crossed-card")
    account.log_on(me, "code_card")
    helped.turn_on(me)
    helped.look_around(me)
    helped.stop(me)


def test_every_page_was_seen(visited):
    assert not unvisited("recovery", visited)
