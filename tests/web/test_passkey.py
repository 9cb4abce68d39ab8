"""The page that logs on with a key alone, as it is without JavaScript."""

import json

import pytest

from app.core import enrol
from app.core.models import Citizen
from app.factors.security_key import check
from tests.support.authenticator import SoftKey
from tests.support.visitor import words
from tests.support.world import card_code, give_factor, make_citizen


@pytest.fixture
def key(sqlite_core):
    """Kirsten's key, registered."""
    person, key = make_citizen(sqlite_core), SoftKey()
    with sqlite_core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(sqlite_core, db, citizen, "security_key", {})
        cose = check.bytes_to_base64url(key.public_key)
        name = check.bytes_to_base64url(key.id)
        check.set_key(sqlite_core.context(db, citizen), credential, credential_id=name, public_key=cose)
        credential.status, key.user_handle = "active", credential.data["user_handle"]
    return key


def options_on(visitor):
    return visitor.by_id("security-key").get("data-options")


def test_the_page_says_what_it_needs_and_offers_the_other_way(visitor):
    visitor.get("/log-paa/noegle")
    assert "kræver JavaScript" in words(visitor.by_id("key-no-script"))
    visitor.follow("Log på med bruger-ID og adgangskode")
    assert visitor.path == "/log-paa"


def test_a_visitor_without_javascript_is_told_so_and_can_go_on(visitor):
    visitor.get("/en/log-on/key").submit()
    assert "A security key needs JavaScript" in visitor.text
    assert "data-start" in visitor.html
    visitor.submit()
    assert "Your browser must allow JavaScript" in visitor.errors[0]
    assert "data-start" not in visitor.html
    visitor.follow("Go to the other ways")
    assert visitor.path == "/en/log-on"


def test_the_answer_of_the_key_logs_on_and_the_way_back_is_kept(visitor, key):
    visitor.get("/log-paa?next=/hjaelp").follow("sikkerhedsnøgle")
    visitor.submit()
    visitor.submit(response=key.answer(options_on(visitor)))
    assert visitor.path == "/hjaelp"
    assert "Kirsten Ørsted" in visitor.html


def test_a_wrong_answer_gets_a_new_question_and_keeps_the_way_back(visitor, key):
    visitor.get("/log-paa/noegle?next=/hjaelp").submit()
    first = options_on(visitor)
    key.verifies = False
    visitor.submit(response=key.answer(first))
    assert "PIN-kode" in visitor.errors[0]
    assert json.loads(options_on(visitor))["challenge"] != json.loads(first)["challenge"]
    key.verifies = True
    visitor.submit(response=key.answer(options_on(visitor)))
    assert visitor.path == "/hjaelp"


@pytest.mark.parametrize("response", ["{", "x" * 60_000, "\u202e{}", '{"id": "YQ"}', "\x00"])
def test_garbage_gets_a_clear_error(visitor, response):
    visitor.get("/log-paa/noegle").submit()
    visitor.submit(response=response)
    assert visitor.status == 200
    assert len(visitor.errors) == 1


def test_who_is_logged_on_already_goes_on(visitor, sqlite_core, kirsten):
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    visitor.submit(code=card_code(sqlite_core, kirsten.credentials["code_card"]))
    assert visitor.get("/log-paa/noegle").path == "/min-side"


def test_after_the_password_a_key_without_javascript_offers_the_other_ways(visitor, sqlite_core):
    person = make_citizen(sqlite_core)
    give_factor(sqlite_core, person, "code_card")
    with sqlite_core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(sqlite_core, db, citizen, "security_key", {}, name="Nøglebundtet")
        check.set_key(sqlite_core.context(db, citizen), credential, credential_id="YQ", public_key="YQ")
        credential.status = "active"
    visitor.get("/log-paa").submit(user_id=person.user_id, password=person.password)
    visitor.follow("anden måde").submit("Nøglebundtet")
    assert visitor.h1 == "Brug din sikkerhedsnøgle"
    visitor.submit()
    assert "Din browser skal tillade JavaScript" in visitor.errors[0]
    visitor.follow("Gå til de andre måder")
    assert visitor.path == "/log-paa/anden-maade"
