"""Watching over one's own eID: messages, language, activity, log-ons, misuse, data, closing."""

import pytest
from starlette.testclient import TestClient

from app.core import clock, events
from app.core.models import Session
from app.ui.phrases import EVENTS
from tests.support.account import citizen_of, events_of, log_on, notices_sent
from tests.support.moving import MovingClock
from tests.support.visitor import Visitor
from tests.support.world import give_factor, make_citizen


@pytest.fixture
def reachable(sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk")
    give_factor(sqlite_core, person, "code_card")
    return person


@pytest.fixture
def elsewhere(client):
    """Another browser of the same citizen."""
    return Visitor(TestClient(client.app, base_url=client.base_url, headers={"origin": str(client.base_url)}))


# Messages


def test_the_level_of_messages(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Vælg beskeder fra os")
    assert "De kan ikke slås fra" in visitor.text
    assert visitor.value("notify") == "critical"
    visitor.submit(notify="every")
    assert "Dit valg af beskeder er gemt." in visitor.text
    assert citizen_of(sqlite_core, reachable).notify == "every"
    assert ("notify.changed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)


@pytest.mark.parametrize("given", ["", "none", "<b>"])
def test_a_level_that_is_none(visitor, sqlite_core, reachable, given):
    log_on(visitor, sqlite_core, reachable, "/en/log-on").get("/en/my-page/notification")
    visitor.post(visitor.path, {"csrf_token": visitor.value("csrf_token"), "notify": given})
    assert visitor.errors == ["Choose how much we shall write to you."]
    assert citizen_of(sqlite_core, reachable).notify == "new"


# Language


def test_the_language_of_messages(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Skift sprog")
    visitor.submit(language="en")
    assert "Udført:Dit sprog er gemt." in visitor.text
    assert visitor.text.startswith("Min side "), "the message stands below the heading"
    visitor.get("/min-side")
    assert "Dit sprog er gemt." not in visitor.text, "it is said once"
    assert citizen_of(sqlite_core, reachable).language == "en"
    visitor.get("/min-side/sprog")
    visitor.post(visitor.path, {"csrf_token": visitor.value("csrf_token"), "language": "tlh"})
    assert visitor.errors == ["Vælg dansk eller engelsk."]


# Activity


def test_activity_in_own_words(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Se, hvad der er sket på dit eID")
    assert "Du loggede på" in visitor.text
    assert "Måde: Kodekort." in visitor.text
    visitor.get("/en/my-page/activity")
    assert "Way: Code card." in visitor.text


def test_activity_fifty_a_page_and_unknown_kinds(visitor, sqlite_core, reachable):
    with sqlite_core.database.write() as db:
        for _ in range(60):
            events.record(db, "something.new", reachable.id)
    log_on(visitor, sqlite_core, reachable).get("/en/my-page/activity")
    assert len(visitor.all("time")) == 50
    assert EVENTS["other"] in visitor.text
    visitor.follow("See what is older")
    assert 0 < len(visitor.all("time")) < 50
    visitor.follow("Back to the newest")
    assert len(visitor.all("time")) == 50


@pytest.mark.parametrize("before", ["", "0", "-1", "abc", "9" * 30, "1e3", "٣", "%00", "1&before=2"])
def test_whatever_stands_in_the_address_of_the_activity(visitor, sqlite_core, reachable, before):
    log_on(visitor, sqlite_core, reachable).get(f"/min-side/aktivitet?before={before}")
    assert visitor.status == 200


# Log-ons


def test_end_one_other_log_on(visitor, elsewhere, sqlite_core, reachable):
    log_on(elsewhere, sqlite_core, reachable)
    log_on(visitor, sqlite_core, reachable).follow("Se, hvor du er logget på")
    visitor.submit("Log nummer 1 af")
    assert "Der er logget af det andet sted." in visitor.text
    assert elsewhere.get("/min-side").path.startswith("/log-paa")
    assert visitor.get("/min-side").h1 == "Min side"
    assert "session.ended" in events_of(sqlite_core, reachable)


def test_end_all_others(visitor, elsewhere, sqlite_core, reachable):
    log_on(elsewhere, sqlite_core, reachable)
    log_on(visitor, sqlite_core, reachable).get("/en/my-page/sessions").submit("Log off everywhere else")
    assert "You are not logged on anywhere else." in visitor.text
    assert elsewhere.get("/min-side").path.startswith("/log-paa")


def test_a_log_on_of_somebody_else_cannot_be_ended(visitor, elsewhere, sqlite_core, reachable):
    stranger = make_citizen(sqlite_core, "stranger1")
    give_factor(sqlite_core, stranger, "code_card")
    log_on(elsewhere, sqlite_core, stranger)
    with sqlite_core.database.read() as db:
        theirs = db.query(Session).filter_by(citizen_id=stranger.id, stage="logged_on").one().id
    log_on(visitor, sqlite_core, reachable).get("/min-side/sessioner")
    for chosen in (theirs, "", "no such"):
        visitor.post(visitor.path, {"csrf_token": visitor.value("csrf_token"), "session": chosen})
        assert "Der var allerede logget af." in visitor.text
    assert elsewhere.get("/min-side").h1 == "Min side"


# This was not me


def test_misuse_blocks_at_once_without_a_fresh_proof(visitor, elsewhere, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(elsewhere, sqlite_core, reachable)
        log_on(visitor, sqlite_core, reachable)
        time.forward(minutes=15)
        visitor.get("/min-side").follow("Det var ikke mig")
        fields = {"csrf_token": visitor.value("csrf_token")}
        visitor.submit("Spær mit eID nu")
        assert visitor.h1 == "Dit eID er spærret"
        assert "Borgerservice" in visitor.text
        assert citizen_of(sqlite_core, reachable).status == "blocked"
        assert ("blocked", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
        for browser in (visitor, elsewhere):
            assert browser.get("/min-side").path.startswith("/log-paa")
        visitor.post("/min-side/misbrug", fields)
        assert visitor.path.startswith("/log-paa"), "a double submit does nothing more"
        assert events_of(sqlite_core, reachable).count("blocked") == 1
        visitor.get("/log-paa").submit(user_id=reachable.user_id, password=reachable.password)
        assert not visitor.path.startswith("/log-paa/bekraeft")


# My data


def test_download_my_data(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Se og hent dine data")
    visitor.submit("Hent dine data")
    stored = visitor.response.json()
    assert stored["name"] == "Kirsten Ørsted"
    assert stored["cpr"] == "6111800001"
    assert 'filename="mine-data.json"' in visitor.response.headers["content-disposition"]
    assert "no-store" in visitor.response.headers["cache-control"]
    assert "data.downloaded" in events_of(sqlite_core, reachable)
    for secret in (citizen_of(sqlite_core, reachable).password_hash, reachable.password):
        assert secret not in visitor.response.text


# Close


def test_close(visitor, elsewhere, sqlite_core, reachable):
    log_on(elsewhere, sqlite_core, reachable)
    log_on(visitor, sqlite_core, reachable, "/en/log-on").get("/en/my-page/close").submit("Close my eID")
    assert visitor.errors == ["Tick the box if you want to close your eID. Else go back to My page."]
    visitor.submit("Close my eID", sure="y")
    assert visitor.h1 == "Your eID is closed"
    closed = citizen_of(sqlite_core, reachable)
    assert (closed.status, closed.email, closed.password_hash) == ("closed", None, None)
    assert ("closed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
    for browser in (visitor, elsewhere):
        assert browser.get("/min-side").path.startswith("/log-paa")
    visitor.get("/log-paa").submit(user_id=reachable.user_id, password=reachable.password)
    assert visitor.errors


def test_two_tabs_where_one_has_made_a_fresh_proof(visitor, sqlite_core, reachable):
    """The other tab's form is older than the session's token: it is shown again, with what was typed."""
    log_on(visitor, sqlite_core, reachable).get("/min-side/bruger-id")
    old = {"csrf_token": visitor.value("csrf_token"), "user_id": "kirsten2"}
    visitor.get("/min-side/adgangskode").submit(password="blå traktor spiser havregrød")
    visitor.post("/min-side/bruger-id", old)
    assert len(visitor.errors) == 1
    assert visitor.value("user_id") == "kirsten2"
    visitor.submit()
    assert "Dit bruger-ID er skiftet." in visitor.text
