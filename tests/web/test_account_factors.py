"""The citizen's ways of logging on: add, rename, replace, remove; the last one stays."""

import pyotp
import pytest
from starlette.testclient import TestClient

from app.core import clock, enrol
from app.core.models import Citizen, Credential, Session
from app.core.sealed import unseal
from app.factors.authenticator_app.check import PURPOSE
from tests.support.account import confirm, events_of, log_on, notices_sent
from tests.support.moving import MovingClock
from tests.support.visitor import Visitor
from tests.support.world import card_code, credential_of, give_factor, make_citizen


@pytest.fixture
def reachable(sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk")
    give_factor(sqlite_core, person, "code_card")
    return person


def working(core, person):
    with core.database.read() as db:
        return [item.kind for item in enrol.active(db, db.get_one(Citizen, person.id))]


def pending(core):
    """The credential that is being activated in the newest session."""
    with core.database.read() as db:
        waiting = next(s.enrolment for s in db.query(Session).order_by(Session.created_at.desc()) if s.enrolment)
        return db.get_one(Credential, waiting["credential"])


def prove_card(visitor, core, times=2):
    for _ in range(times):
        visitor.submit(code=card_code(core, pending(core).id))


def test_the_list_shows_kind_level_and_codes_left(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Se og ret dine måder at logge på")
    assert visitor.h1 == "Dine måder at logge på"
    for said in ("Kodekort", "Betydelig", "147", "Sidst brugt", "I brug siden"):
        assert said in visitor.text, said


@pytest.mark.parametrize(
    ("path", "ready"),
    [("/min-side/faktorer/tilfoej", "Klar til brug"), ("/en/my-page/factors/add", "Ready for use")],
)
def test_add_a_code_card(visitor, sqlite_core, reachable, path, ready):
    log_on(visitor, sqlite_core, reachable)
    visitor.get(path).submit(kind="code_card")
    assert visitor.find_id("card-heading") is not None
    prove_card(visitor, sqlite_core, 1)
    assert visitor.find_id("card-heading") is None, "the card is shown until its first proof only"
    prove_card(visitor, sqlite_core, 1)
    assert visitor.h1.startswith(ready)
    assert working(sqlite_core, reachable) == ["code_card", "code_card"]
    assert ("factor.added", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
    visitor.get("/en/my-page/factors")
    assert "Code card, number 2" in visitor.text


def test_add_an_authenticator_app(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable)
        visitor.get("/min-side/faktorer/tilfoej").submit(kind="authenticator_app")
        with sqlite_core.database.read() as db:
            seed = unseal(db, pending(sqlite_core).secret, PURPOSE)
        for _ in range(2):
            visitor.submit(code=pyotp.TOTP(seed).at(time()))
            time.forward(seconds=30)
    assert visitor.h1.startswith("Klar til brug")
    assert "authenticator_app" in working(sqlite_core, reachable)


def test_add_an_audio_code_asks_for_a_telephone_number_first(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="audio_code")
    assert visitor.path == "/min-side/faktorer/tilfoej/audio_code"
    visitor.submit(phone="12")
    assert visitor.errors
    assert visitor.value("phone") == "12"
    visitor.submit(phone="34 41 23 31")
    assert visitor.path == "/min-side/faktorer/aktiver"


def test_a_known_mobile_number_is_not_asked_for_again(visitor, sqlite_core):
    person = make_citizen(sqlite_core, mobile="+4534412331")
    give_factor(sqlite_core, person, "code_card")
    log_on(visitor, sqlite_core, person).get("/min-side/faktorer/tilfoej/audio_code")
    assert "34412331" in visitor.value("phone").replace(" ", "")


@pytest.mark.parametrize("given", ["", "stone_tablet"])
def test_a_kind_must_be_chosen(visitor, sqlite_core, reachable, given):
    log_on(visitor, sqlite_core, reachable).get("/en/my-page/factors/add")
    visitor.post(visitor.path, {"csrf_token": visitor.value("csrf_token"), "kind": given})
    assert visitor.errors == ["Choose one of the ways."]


def test_a_wrong_proof_says_so_and_the_card_stays(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer/tilfoej").submit(kind="code_card")
    right = card_code(sqlite_core, pending(sqlite_core).id)
    visitor.submit(code="000000" if right != "000000" else "000001")
    assert visitor.errors
    assert visitor.find_id("card-heading") is not None
    prove_card(visitor, sqlite_core)
    assert visitor.h1.startswith("Klar til brug")


def test_nothing_begun_leads_back_to_the_list(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer/aktiver")
    assert visitor.path == "/min-side/faktorer"
    assert "ikke noget, der er ved at blive sat op" in visitor.text


def test_replace_retires_the_old_one_when_the_new_one_is_ready(visitor, sqlite_core, reachable):
    old = reachable.credentials["code_card"]
    log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer").follow("Skift ud: Kodekort")
    visitor.submit("Få en ny")
    assert credential_of(sqlite_core, old).status == "active"
    prove_card(visitor, sqlite_core)
    assert credential_of(sqlite_core, old).status == "removed"
    assert working(sqlite_core, reachable) == ["code_card"]


def test_rename(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer").follow("Skift navn")
    visitor.submit(name="x" * 61)
    assert visitor.errors == ["Navnet skal være kortere. Brug højst 60 tegn."]
    assert visitor.value("name") == "x" * 61
    visitor.submit(name="Kortet i skuffen")
    assert "Navnet er ændret." in visitor.text
    assert "Kodekort: Kortet i skuffen" in visitor.text
    visitor.follow("Skift navn").submit(name="kodekort")
    assert "Kodekort: " not in visitor.text.replace("Skift navn: Kodekort", ""), "a name that says no more is not said"
    assert "factor.renamed" in events_of(sqlite_core, reachable)
    assert "factor.renamed" in {purpose for purpose, _channel, _recipient in notices_sent(sqlite_core)}


def test_the_last_way_in_cannot_be_removed_and_the_way_on_is_told(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/en/my-page/factors").follow("Remove: Code card")
    assert "This is your only way to log on" in visitor.text
    assert visitor.find_id("form") is None
    visitor.post(visitor.path, {"csrf_token": visitor.value("csrf_token")})
    assert "This is your only way to log on" in visitor.text
    assert working(sqlite_core, reachable) == ["code_card"]
    visitor.follow("Add a way of logging on")
    assert visitor.path == "/en/my-page/factors/add"


def test_remove_one_of_two(visitor, sqlite_core, reachable):
    give_factor(sqlite_core, reachable, "authenticator_app", name="Min telefon")
    log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer")
    visitor.get(f"/min-side/faktorer/{reachable.credentials['authenticator_app']}/fjern").submit("Ja, fjern den")
    assert "Du har fjernet:" in visitor.text
    assert "Min telefon" in visitor.text
    assert working(sqlite_core, reachable) == ["code_card"]
    assert ("factor.removed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)


@pytest.mark.parametrize("how", ["fjern", "udskift"])
def test_the_other_sessions_end_with_the_factor(visitor, client, sqlite_core, reachable, how):
    elsewhere = Visitor(TestClient(client.app, base_url=client.base_url, headers={"origin": str(client.base_url)}))
    give_factor(sqlite_core, reachable, "authenticator_app")
    log_on(elsewhere, sqlite_core, reachable)
    log_on(visitor, sqlite_core, reachable)
    visitor.get(f"/min-side/faktorer/{reachable.credentials['code_card']}/{how}").submit()
    if how == "udskift":
        assert elsewhere.get("/min-side").h1 == "Min side"
        prove_card(visitor, sqlite_core)
    assert elsewhere.get("/min-side").path.startswith("/log-paa")
    assert visitor.get("/min-side").h1 == "Min side"


def test_two_tabs_removing_the_same_one(visitor, sqlite_core, reachable):
    other = give_factor(sqlite_core, reachable, "authenticator_app")
    log_on(visitor, sqlite_core, reachable).get(f"/min-side/faktorer/{other}/fjern")
    fields = {"csrf_token": visitor.value("csrf_token")}
    visitor.submit()
    visitor.post(f"/min-side/faktorer/{other}/fjern", fields)
    assert visitor.status == 404


@pytest.mark.parametrize("what", ["navn", "fjern", "udskift", "klar"])
def test_another_citizens_factor_is_not_there(visitor, sqlite_core, reachable, what):
    stranger = make_citizen(sqlite_core, "stranger1")
    theirs = give_factor(sqlite_core, stranger, "code_card")
    log_on(visitor, sqlite_core, reachable).get(f"/min-side/faktorer/{theirs}/{what}")
    assert visitor.status == 404


def test_a_blocked_one_is_shown_as_blocked_and_can_be_removed(visitor, sqlite_core, reachable):
    other = give_factor(sqlite_core, reachable, "authenticator_app")
    with sqlite_core.database.write() as db:
        db.get_one(Credential, other).status = "disabled"
    log_on(visitor, sqlite_core, reachable)
    assert "Spærret:" in visitor.text
    visitor.get("/min-side/faktorer")
    assert "Den er spærret" in visitor.text
    visitor.get(f"/min-side/faktorer/{other}/fjern").submit()
    assert "Du har fjernet:" in visitor.text


def test_a_fresh_proof_leads_back_to_what_was_wanted(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable)
        time.forward(minutes=6)
        visitor.get("/min-side/luk")
        visitor.get("/min-side/faktorer/tilfoej")
        confirm(visitor, sqlite_core, reachable)
        assert visitor.path == "/min-side/faktorer/tilfoej"


def test_setting_up_may_take_longer_than_the_proof_is_fresh(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable).get("/min-side/faktorer/tilfoej").submit(kind="code_card")
        time.forward(minutes=20)
        prove_card(visitor, sqlite_core)
        assert visitor.h1.startswith("Klar til brug")
