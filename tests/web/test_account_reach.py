"""Before a citizen relies on a single way, or shuts themselves out of the level High, they are told."""

import pytest

from app.core.models import Citizen, Session
from tests.support.account import log_on
from tests.support.visitor import words
from tests.support.world import credential_of, give_factor, make_citizen

ONE_LEFT = "Du får kun én måde tilbage"
LAST_HIGH = "Det er din eneste vej til niveauet Høj"
NOT_HIGH = "Den nye når ikke niveauet Høj"


@pytest.fixture
def two(sqlite_core):
    """A code card, and a security key: the one way to High."""
    person = make_citizen(sqlite_core, email="kirsten@example.dk", identity_level=3)
    give_factor(sqlite_core, person, "code_card")
    give_factor(sqlite_core, person, "security_key")
    return person


def page(visitor, person, kind, what):
    return visitor.get(f"/min-side/faktorer/{person.credentials[kind]}/{what}").text


@pytest.mark.parametrize("what", ["fjern", "mistet"])
def test_to_be_left_with_one_way_is_said_before(visitor, sqlite_core, two, what):
    log_on(visitor, sqlite_core, two)
    assert ONE_LEFT in page(visitor, two, "code_card", what)
    assert LAST_HIGH not in visitor.text
    give_factor(sqlite_core, two, "authenticator_app")
    assert ONE_LEFT not in page(visitor, two, "code_card", what)


@pytest.mark.parametrize("what", ["fjern", "mistet"])
def test_to_lose_the_level_high_is_said_before(visitor, sqlite_core, two, what):
    log_on(visitor, sqlite_core, two)
    assert LAST_HIGH in page(visitor, two, "security_key", what)
    give_factor(sqlite_core, two, "security_key")
    assert LAST_HIGH not in page(visitor, two, "security_key", what)


def test_a_new_key_that_will_not_reach_high_is_said_before(visitor, sqlite_core, two):
    """The log-on was by the code card: what it adds is capped (`enrol.cap`)."""
    log_on(visitor, sqlite_core, two)
    assert NOT_HIGH in page(visitor, two, "security_key", "udskift")
    assert NOT_HIGH not in page(visitor, two, "code_card", "udskift")
    assert "Når kun niveauet Betydelig, sådan som du er logget på nu" in visitor.get("/min-side/faktorer/tilfoej").text
    with sqlite_core.database.write() as db:
        db.query(Session).filter(Session.stage == "logged_on").update({"level": 3})
    assert NOT_HIGH not in page(visitor, two, "security_key", "udskift")
    assert "sådan som du er logget på nu" not in visitor.get("/min-side/faktorer/tilfoej").text


def test_the_simpler_view_folds_what_explains_and_no_warning(visitor, sqlite_core, two):
    log_on(visitor, sqlite_core, two)
    visitor.get("/indstillinger").submit(simple="y")
    visitor.get("/min-side/faktorer/tilfoej")
    folded = [words(one) for one in visitor.all("details")]
    assert any(text.startswith("Mere om: Kodekort") for text in folded)
    assert "Den når kun niveauet Betydelig nu." in visitor.text
    assert not any("Den når kun niveauet Betydelig nu." in text for text in folded)
    visitor.submit(kind="security_key")
    assert "Sådan går det" in [words(one) for one in visitor.all("summary")]


def test_the_list_says_what_each_reaches_and_that_none_reaches_high(visitor, sqlite_core, two):
    log_on(visitor, sqlite_core, two).get("/min-side/faktorer")
    assert "Ingen af dem når niveauet Høj" not in visitor.text
    with sqlite_core.database.write() as db:
        key = db.merge(credential_of(sqlite_core, two.credentials["security_key"]))
        key.data = {**key.data, "capped": 2}
    visitor.get("/min-side/faktorer")
    assert "Ingen af dem når niveauet Høj" in visitor.text, "a key that is capped is none"


def test_a_new_citizen_without_high_is_not_told_of_a_cap(visitor, sqlite_core):
    """Nothing here has reached High yet: a key may."""
    person = make_citizen(sqlite_core)
    give_factor(sqlite_core, person, "code_card")
    log_on(visitor, sqlite_core, person).get("/min-side/faktorer/tilfoej")
    assert "sådan som du er logget på nu" not in visitor.text
    with sqlite_core.database.read() as db:
        assert db.get_one(Citizen, person.id).status == "active"
