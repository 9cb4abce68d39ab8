"""Min side: a way that was lost is blocked at once; a card in reserve is shown as such."""

import pytest

from app.core import clock
from app.core.models import Credential
from app.factors.code_card import check
from tests.support.account import events_of, log_on
from tests.support.moving import MovingClock
from tests.support.world import credential_of, give_factor, make_citizen

FACTORS = "/min-side/faktorer"


@pytest.fixture
def two(sqlite_core, kirsten):
    """Kirsten's card, and an authenticator app."""
    give_factor(sqlite_core, kirsten, "authenticator_app", name="Mobilen")
    return kirsten


def use_up(core, credential_id, left):
    with core.database.write() as db:
        card = db.get_one(Credential, credential_id)
        used = (1 << check.SIZE) - (1 << left)
        card.data = {**card.data, "used": f"{used:x}", "asked": None}


def test_a_lost_way_is_blocked_without_a_fresh_proof(visitor, sqlite_core, two):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, two)
        time.forward(minutes=6)
        assert "Jeg har mistet den: " in visitor.get(FACTORS).text
        visitor.get(f"{FACTORS}/{two.credentials['authenticator_app']}/mistet")
        assert "Det er din eneste måde" not in visitor.text
        visitor.submit("Ja, spær den nu")
    assert visitor.path == FACTORS
    assert "Nu kan ingen bruge den." in visitor.text
    assert "Du har fortalt os, at den er mistet." in visitor.text
    assert credential_of(sqlite_core, two.credentials["authenticator_app"]).status == "disabled"
    assert "factor.blocked" in events_of(sqlite_core, two)


def test_what_is_blocked_already_leads_back_to_the_list(visitor, sqlite_core, two):
    log_on(visitor, sqlite_core, two)
    path = f"{FACTORS}/{two.credentials['authenticator_app']}/mistet"
    visitor.get(path).submit()
    assert visitor.get(path).path == FACTORS


def test_the_only_way_can_be_blocked_and_the_page_tells_the_way_on(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten).get("/en/my-page/factors").follow("I have lost it: Code card")
    assert "This is your only way to log on" in visitor.text
    assert "call us on" in visitor.text
    visitor.submit("Yes, block it now")
    assert visitor.path == "/en/my-page/factors"
    assert credential_of(sqlite_core, kirsten.credentials["code_card"]).status == "disabled"
    # The proof at log-on is fresh still: a new way can be added at once.
    visitor.follow("Add a way of logging on")
    assert visitor.path == "/en/my-page/factors/add"


def test_looking_at_the_page_blocks_nothing(visitor, sqlite_core, two):
    log_on(visitor, sqlite_core, two).get(f"{FACTORS}/{two.credentials['code_card']}/mistet")
    assert credential_of(sqlite_core, two.credentials["code_card"]).status == "active"


def test_another_citizens_factor_is_not_there(visitor, sqlite_core, kirsten):
    stranger = make_citizen(sqlite_core, "stranger1", cpr="6111800002")
    theirs = give_factor(sqlite_core, stranger, "code_card")
    log_on(visitor, sqlite_core, kirsten).get(f"{FACTORS}/{theirs}/mistet")
    assert visitor.status == 404


def test_at_twenty_left_a_card_in_reserve_is_offered(visitor, sqlite_core, kirsten):
    use_up(sqlite_core, kirsten.credentials["code_card"], left=check.FEW + 1)
    log_on(visitor, sqlite_core, kirsten).get(FACTORS)
    assert "Den er snart brugt op" in visitor.text
    visitor.follow("Få en i reserve: Kodekort")
    assert visitor.path == f"{FACTORS}/tilfoej?kind=code_card"
    chosen = [item for item in visitor.all("input") if item.get("checked") is not None]
    assert [item.get("value") for item in chosen] == ["code_card"]


def test_a_card_in_reserve_is_told_apart_and_ends_the_warning(visitor, sqlite_core, kirsten):
    first = kirsten.credentials["code_card"]
    use_up(sqlite_core, first, left=check.FEW)
    log_on(visitor, sqlite_core, kirsten)
    give_factor(sqlite_core, kirsten, "code_card", name="Skuffen")
    visitor.get(FACTORS)
    assert visitor.text.count("I reserve. Vi beder om den, når den anden er brugt op.") == 1
    assert "Den er snart brugt op" not in visitor.text
