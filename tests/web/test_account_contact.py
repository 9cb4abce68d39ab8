"""Contact details: each changed by a code that is sent there; the last may go."""

import pytest

from app.core import clock, notices
from app.core.models import Citizen
from tests.support.account import code_sent, confirm, events_of, log_on, notices_sent
from tests.support.moving import MovingClock
from tests.support.world import give_factor, make_citizen


@pytest.fixture
def reachable(sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk")
    give_factor(sqlite_core, person, "code_card")
    return person


def channels(core, person):
    with core.database.read() as db:
        return notices.channels(db, db.get_one(Citizen, person.id))


def test_a_new_email_address_is_confirmed_and_both_are_told(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt").follow("Skift e-mailadresse")
    assert visitor.value("email") == "kirsten@example.dk"
    visitor.submit(email="ny@example.dk")
    assert visitor.h1 == "Bekræft din e-mailadresse"
    assert channels(sqlite_core, reachable)["email"] == "kirsten@example.dk"
    visitor.submit(code=code_sent(sqlite_core))
    assert "Din e-mailadresse er bekræftet: ny@example.dk." in visitor.text
    assert channels(sqlite_core, reachable)["email"] == "ny@example.dk"
    told = [recipient for purpose, _channel, recipient in notices_sent(sqlite_core) if purpose == "contact.changed"]
    assert told == ["kirsten@example.dk", "ny@example.dk"]


@pytest.mark.parametrize("written", ["34 41 23 31", "+4534412331", "0045 34412331"])
def test_a_mobile_number_as_people_write_it(visitor, sqlite_core, reachable, written):
    log_on(visitor, sqlite_core, reachable, "/en/log-on").get("/en/my-page/contact").follow("Add mobile number")
    visitor.submit(mobile=written)
    assert "34 41 23 31" in visitor.text
    visitor.submit(code=code_sent(sqlite_core))
    assert "Your mobile number is confirmed: 34 41 23 31." in visitor.text
    assert channels(sqlite_core, reachable)["sms"] == "+4534412331"


@pytest.mark.parametrize(
    ("page", "field", "written"),
    [
        ("e-mail", "email", ""),
        ("e-mail", "email", "kirsten.example.dk"),
        ("e-mail", "email", "kirsten@"),
        ("e-mail", "email", "a" * 300 + "@example.dk"),
        ("e-mail", "email", "kir\u202esten@example.dk"),
        ("mobil", "mobile", ""),
        ("mobil", "mobile", "12"),
        ("mobil", "mobile", "tolv"),
        ("mobil", "mobile", "+999 12345678"),
        ("mobil", "mobile", "\x0034412331"),
    ],
)
def test_what_cannot_be_used_is_explained_and_kept(visitor, sqlite_core, reachable, page, field, written):
    log_on(visitor, sqlite_core, reachable).get(f"/min-side/kontakt/{page}")
    token = visitor.value("csrf_token")
    visitor.post(visitor.path, {"csrf_token": token, field: written})
    assert visitor.status == 200
    assert len(visitor.errors) == 1
    assert visitor.title.startswith("Fejl: ")
    if written.isprintable():
        assert visitor.value(field) == written


def test_a_wrong_code_an_old_code_and_too_many(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt/e-mail").submit(email="ny@example.dk")
        right = code_sent(sqlite_core)
        wrong = "000000" if right != "000000" else "000001"
        for said in ("ikke den kode", "ikke den kode", "kan ikke bruges mere"):
            visitor.submit("Bekræft", code=wrong)
            assert said in visitor.errors[0]
        visitor.submit("Bekræft", code=right)
        assert "kan ikke bruges mere" in visitor.errors[0]
        visitor.submit("Send en ny kode")
        assert "Vi har lige sendt en kode" in visitor.errors[0]
        time.forward(minutes=1)
        visitor.submit("Send en ny kode")
        assert "Vi har sendt en ny kode." in visitor.text
        time.forward(minutes=11)
        visitor.submit("Bekræft", code=code_sent(sqlite_core))
        assert "for gammel" in visitor.errors[0]
        assert channels(sqlite_core, reachable) == {"email": "kirsten@example.dk"}


@pytest.mark.parametrize("typed", ["", "12", "abcdef"])
def test_a_code_that_cannot_be_one(visitor, sqlite_core, reachable, typed):
    log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt/e-mail").submit(email="ny@example.dk")
    visitor.submit("Bekræft", code=typed)
    assert len(visitor.errors) == 1


def test_a_code_page_without_a_code_leads_back(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt/mobil/kode")
    assert visitor.path == "/min-side/kontakt"


def test_the_last_address_may_go_and_the_cost_is_told(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt").follow("Fjern e-mailadresse")
    assert "Så kan vi ikke få fat i dig" in visitor.text
    fields = {"csrf_token": visitor.value("csrf_token")}
    visitor.submit("Ja, fjern den")
    assert "Din e-mailadresse er fjernet." in visitor.text
    assert channels(sqlite_core, reachable) == {}
    assert "contact.removed" in events_of(sqlite_core, reachable)
    assert ("contact.changed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
    visitor.post("/min-side/kontakt/e-mail/fjern", fields)
    assert visitor.path == "/min-side/kontakt"
    assert events_of(sqlite_core, reachable).count("contact.removed") == 1


def test_removing_one_of_two_tells_what_is_left(visitor, sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk", mobile="+4534412331")
    give_factor(sqlite_core, person, "code_card")
    log_on(visitor, sqlite_core, person, "/en/log-on").get("/en/my-page/contact/mobile/remove")
    assert "We still send e-mails" in visitor.text
    visitor.submit()
    assert channels(sqlite_core, person) == {"email": "kirsten@example.dk"}


def test_what_was_typed_is_kept_when_the_session_ends(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt/e-mail")
        fields = {"csrf_token": visitor.value("csrf_token"), "email": "lang.adresse@example.dk"}
        time.forward(minutes=31)
        visitor.post("/min-side/kontakt/e-mail", fields)
        assert visitor.path.startswith("/log-paa?next=")
        assert "gemt" in visitor.text
        log_on(visitor, sqlite_core, reachable, visitor.path)
        assert visitor.path == "/min-side/kontakt/e-mail"
        assert visitor.value("email") == "lang.adresse@example.dk"


def test_what_was_typed_is_kept_while_a_fresh_proof_is_asked_for(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable).get("/min-side/kontakt/e-mail")
        time.forward(minutes=6)
        visitor.submit(email="lang.adresse@example.dk")
        assert visitor.path.startswith("/bekraeft")
        confirm(visitor, sqlite_core, reachable)
        assert visitor.value("email") == "lang.adresse@example.dk"
