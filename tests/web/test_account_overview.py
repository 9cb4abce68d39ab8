"""Min side: everything at a glance, and what wants to be done; every page of it in both languages."""

import pytest

from app.core import clock
from app.core.models import Credential
from app.web.account import PAGES
from tests.support.account import log_on
from tests.support.moving import MovingClock
from tests.support.world import give_factor, make_citizen

SHOWN = [page for page in PAGES if "GET" in page.methods and "{" not in page.da]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_holds_to_the_house_rules(visitor, sqlite_core, kirsten, language):
    log_on(visitor, sqlite_core, kirsten)
    for page in SHOWN:
        visitor.get(page.path(language))
        assert visitor.status == 200, page.name
        assert visitor.root.find("html") is None or visitor.all("html")[0].get("lang") == language


@pytest.mark.parametrize("page", [page for page in SHOWN if page.access != "open"], ids=lambda page: page.name)
def test_nobody_sees_a_page_without_logging_on(visitor, page):
    visitor.get(page.da)
    assert visitor.path.startswith("/log-paa?next=")


@pytest.mark.parametrize("page", [page for page in SHOWN if page.access == "fresh"], ids=lambda page: page.name)
def test_a_change_asks_for_a_fresh_proof(visitor, sqlite_core, kirsten, page):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, kirsten)
        time.forward(minutes=6)
        visitor.get(page.path("en"))
        assert visitor.path.startswith("/en/confirm"), page.name


def test_one_way_in_is_warned_of_and_a_second_is_suggested(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten)
    assert "Du har kun én måde at logge på" in visitor.text
    assert "Vi foreslår:" in visitor.text
    give_factor(sqlite_core, kirsten, "authenticator_app")
    visitor.get("/min-side")
    assert "kun én måde" not in visitor.text


def test_a_card_that_is_nearly_used_up_offers_a_new_one(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten)
    assert "Snart brugt op" not in visitor.text
    with sqlite_core.database.write() as db:
        card = db.get_one(Credential, kirsten.credentials["code_card"])
        card.data = {**card.data, "used": f"{(1 << 128) - 1:x}"}
    visitor.get("/min-side")
    assert "Der er 20 koder tilbage." in visitor.text
    visitor.follow("Skift ud: Kodekort")
    assert visitor.h1 == "Skift en måde at logge på ud"


def test_nobody_to_write_to_is_said(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten, "/en/log-on")
    visitor.get("/en/my-page")
    assert "We cannot reach you" in visitor.text
    visitor.follow("Add e-mail or mobile number")
    assert visitor.path == "/en/my-page/contact"


def test_contact_data_and_choices_are_shown(visitor, sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk", mobile="+4534412331")
    give_factor(sqlite_core, person, "code_card")
    log_on(visitor, sqlite_core, person)
    notify, first = "Også når en ny enhed", "Det er første gang"
    for said in ("kirsten@example.dk", "34 41 23 31", "kirsten1", notify, "Dansk", first):
        assert said in visitor.text, said
