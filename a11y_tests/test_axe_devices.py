"""The ways that need a device of one's own, and the forms of cards, in every state on both screens; by machine."""

import pytest

from a11y_tests.journeys import account, cards, devices
from a11y_tests.journeys.factors import ApprovalApp, Reader
from a11y_tests.journeys.mistakes import leave_empty
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import ROOMS, unvisited

pytestmark = pytest.mark.browser
PHONE_WIDTH = 390


@pytest.fixture(scope="module", params=["da", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def visited(language):
    """The pages that the tests of one language have seen together."""
    return set()


@pytest.fixture
def seat(portal, new_tab, sparing_audit, language, visited):
    """Seats a persona in front of a screen, under the eyes of the audit."""

    def seated(key, **window):
        return Traveller(portal, new_tab(language=language, **window), portal.people[key], on_page=sparing_audit)

    yield seated
    visited |= sparing_audit.visited


@pytest.fixture
def key(language):
    """Somebody with a code card, another one in each language."""
    return {"da": "crossed-app-and-card", "en": "crossed-audio-and-card"}[language]


@pytest.fixture
def me(seat, key):
    """They, logged on with the card; and the card."""
    me = seat(key)
    return me, account.log_on(me, "code_card")


def test_code_reader(me, seat, key):
    citizen, card = me
    reader = Reader(seat(key, width=PHONE_WIDTH))
    devices.connect_reader(citizen, card, reader)
    devices.log_on_with_reader(seat(key), reader)
    devices.lose_reader(citizen, reader)


def test_approval_app(me, seat, key):
    citizen, card = me
    app = ApprovalApp(seat(key, width=PHONE_WIDTH))
    devices.connect_app(citizen, card, app)
    devices.log_on_with_app(seat(key), app)
    devices.disconnect_app(app)


def test_approval_app_where_it_cannot_run(seat, key):
    devices.see_that_app_cannot_run(seat(key, width=PHONE_WIDTH))


def test_code_device_and_recovery_codes(seat):
    key = "crossed-device-and-card"
    account.log_on(seat(key), "recovery_codes")
    me = seat(key)
    device = account.log_on(me, "code_device")
    devices.register_device_anew(me, device, device)


def test_forms_of_cards(me):
    cards.look_at_forms(*me)
    cards.make_recovery_codes(*me)


def test_rehearsal(seat, key):
    me = seat(key)
    me.open(*ROOMS["open"]["rehearsal"])
    for link in me.page.get_by_role("main").locator("li a").evaluate_all("all => all.map(a => a.pathname)"):
        me.open(link, link)
        me.look(link.rsplit("/", 1)[-1])
        if me.page.get_by_role("main").get_by_role("button", name=me.say("go_on"), exact=True).is_visible():
            leave_empty(me)


@pytest.mark.parametrize("room", ["devices", "cards", "rehearsal"])
def test_every_page_was_seen(visited, room):
    assert not unvisited(room, visited)
