"""A new password and a new user ID."""

import pytest
from starlette.testclient import TestClient

from app.core import clock
from app.ui.new_logon import PASSWORD_REASONS
from tests.support.account import citizen_of, confirm, events_of, log_on, notices_sent
from tests.support.moving import MovingClock
from tests.support.visitor import Visitor
from tests.support.world import give_factor, make_citizen

NEW = "blå traktor spiser havregrød"


@pytest.fixture
def reachable(sqlite_core):
    person = make_citizen(sqlite_core, email="kirsten@example.dk")
    give_factor(sqlite_core, person, "code_card")
    return person


@pytest.fixture
def elsewhere(client):
    """Another browser of the same citizen."""
    return Visitor(TestClient(client.app, base_url=client.base_url, headers={"origin": str(client.base_url)}))


def test_a_new_password_ends_the_other_sessions_and_tells(visitor, elsewhere, sqlite_core, reachable):
    log_on(elsewhere, sqlite_core, reachable)
    log_on(visitor, sqlite_core, reachable).follow("Skift adgangskode")
    before = visitor.client.cookies.get("session")
    visitor.submit(password=NEW)
    assert visitor.path == "/min-side"
    assert "Din adgangskode er skiftet." in visitor.text
    assert visitor.client.cookies.get("session") != before
    assert sqlite_core.passwords.check(citizen_of(sqlite_core, reachable).password_hash, NEW).ok
    assert elsewhere.get("/min-side").path.startswith("/log-paa")
    assert visitor.get("/min-side").h1 == "Min side"
    assert ("password.changed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
    assert "password.changed" in events_of(sqlite_core, reachable)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "Skriv en ny adgangskode."),
        ("kort", "længere"),
        ("x" * 300, "kortere"),
        ("password1", "et ord, som mange bruger"),
        ("Kirsten Ørsted 1", "noget om dig"),
        ("qwertyuiop", "række taster"),
        ("abcabcabcabcabc", "gentager"),
        ("sommer2024", "for let"),
        ("blå\u202etraktor spiser", "tegn"),
        ("blå\x00traktor spiser", "tegn"),
    ],
)
def test_a_poor_password_is_explained_and_never_shown(visitor, sqlite_core, reachable, typed, reason):
    log_on(visitor, sqlite_core, reachable).get("/min-side/adgangskode")
    token = visitor.value("csrf_token")
    visitor.post(visitor.path, {"csrf_token": token, "password": typed})
    assert any(reason in error for error in visitor.errors), visitor.errors
    assert visitor.value("password") == ""
    assert sqlite_core.passwords.check(citizen_of(sqlite_core, reachable).password_hash, reachable.password).ok


def test_every_reason_of_the_judge_has_words():
    wanted = {"empty", "too_short", "too_long", "known_word", "personal", "row", "repeats", "easy"}
    assert set(PASSWORD_REASONS) == wanted


@pytest.mark.parametrize(("typed", "said"), [("kort", "at least 8 characters"), (NEW, "You can use it.")])
def test_the_judge_speaks_while_the_password_is_typed(visitor, sqlite_core, reachable, typed, said):
    log_on(visitor, sqlite_core, reachable, "/en/log-on").get("/en/my-page/password")
    assert visitor.by_id("password-strength").get("role") == "status"
    fields = {"csrf_token": visitor.value("csrf_token"), "password": typed}
    answer = visitor.client.post(visitor.path, data=fields, headers={"hx-request": "true"})
    assert said in answer.text
    assert "<html" not in answer.text
    assert typed not in answer.text
    assert sqlite_core.passwords.check(citizen_of(sqlite_core, reachable).password_hash, reachable.password).ok


def test_a_password_typed_in_an_old_page_must_be_typed_again(visitor, sqlite_core, reachable):
    time = MovingClock()
    with clock.moved(time):
        log_on(visitor, sqlite_core, reachable).get("/min-side/adgangskode")
        time.forward(minutes=6)
        visitor.submit(password=NEW)
        assert visitor.path.startswith("/bekraeft")
        confirm(visitor, sqlite_core, reachable)
        assert visitor.h1 == "Skift din adgangskode"
        assert NEW not in visitor.html


def test_a_new_user_id(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable).follow("Skift bruger-ID")
    assert visitor.value("user_id") == "kirsten1"
    visitor.submit(user_id="Kirsten på Fyn")
    assert "Brug det, næste gang du logger på: Kirsten på Fyn." in visitor.text
    assert ("user_id.changed", "email", "kirsten@example.dk") in notices_sent(sqlite_core)
    assert events_of(sqlite_core, reachable).count("user_id.changed") == 1
    visitor.get("/min-side/bruger-id").submit(user_id="kirsten PÅ fyn")
    assert events_of(sqlite_core, reachable).count("user_id.changed") == 1, "large and small letters are the same"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write the user ID"),
        ("abc", "at least 5 characters"),
        ("a" * 49, "at most 48"),
        ("611180-0001", "CPR"),
        ("1234567890", "CPR"),
        ("kirsten/1", "Use only the letters"),
        ("maja1234", "Someone else has this user ID"),
    ],
)
def test_a_user_id_that_cannot_be_used(visitor, sqlite_core, reachable, typed, said):
    make_citizen(sqlite_core, "maja1234")
    log_on(visitor, sqlite_core, reachable, "/en/log-on").get("/en/my-page/user-id").submit(user_id=typed)
    assert said in visitor.errors[0]
    assert visitor.value("user_id") == typed
