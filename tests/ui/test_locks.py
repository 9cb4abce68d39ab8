"""Locks that inform: until when, for how long in words, what still works; and nobody is shut out for a day."""

from datetime import timedelta

# ruff: noqa: F811  (a fixture of another room)
import pytest

from app.core import login, throttle
from app.core.factor import discover
from app.core.login import Refused
from app.core.models import Credential
from app.core.sealed import seal
from app.ui import i18n, locks
from tests.core.conftest import time  # noqa: F401  (fixture)
from tests.support.logging_on import HERE, start
from tests.support.world import give_factor, make_citizen

KINDS = [factor.kind for factor in discover()]


@pytest.mark.parametrize(
    ("seconds", "da", "en"),
    [
        (1, "om 1 minut", "in 1 minute"),
        (61, "om 2 minutter", "in 2 minutes"),
        (720, "om 12 minutter", "in 12 minutes"),
        (3300, "om 55 minutter", "in 55 minutes"),
        (3600, "om 60 minutter", "in 60 minutes"),
        (3601, "om 2 timer", "in 2 hours"),
        (24 * 3600, "om 24 timer", "in 24 hours"),
        (30 * 24 * 3600, "om 30 dage", "in 30 days"),
    ],
)
def test_the_rest_of_the_wait_is_said_in_words_and_rounded_up(time, seconds, da, en):
    until = time() + timedelta(seconds=seconds)
    assert (locks.remaining("da", until), locks.remaining("en", until)) == (da, en)


def test_the_clock_has_a_date_where_it_is_not_today(time):
    assert locks.moment("da", time() + timedelta(hours=1)) == "11.01"
    assert locks.moment("da", time() + timedelta(hours=24)) == "25. november 2026 klokken 10.01"


def test_the_sentence_has_both(time):
    said = i18n.translate("da", locks.locked_until("da", time() + timedelta(minutes=12)))
    assert said == "Der var for mange forkerte forsøg. Du kan prøve igen om 12 minutter, klokken 10.13."


@pytest.mark.parametrize("kind", KINDS)
def test_five_wrong_answers_make_nobody_wait_for_more_than_an_hour(sqlite_core, time, kind):
    """Whatever the factor: the count and the wait are the throttle's. Another way works at once."""
    person = make_citizen(sqlite_core, mobile="+4534412331")
    spare = give_factor(sqlite_core, person, "code_card")
    most = sqlite_core.factors[kind].max_failures
    with sqlite_core.database.write() as db:
        credential = Credential(citizen_id=person.id, kind=kind, status="active", created_at=time(), data={})
        credential.failures, credential.name = 0, seal(db, "", "credential.name")
        db.add(credential)
        for _ in range(5):
            # A code that a person gave for one day may stop sooner: a person gives another.
            assert not throttle.note_wrong(credential, sqlite_core.settings, most) or most <= 5
        assert credential.locked_until - time() <= timedelta(hours=1)
    session = start(sqlite_core, person)
    assert login.choose(sqlite_core, session.id, spare) is None


def test_five_wrong_passwords_make_nobody_wait_for_more_than_an_hour(sqlite_core, time):
    person = make_citizen(sqlite_core)
    card = give_factor(sqlite_core, person, "code_card")
    for _ in range(5):
        login.start(sqlite_core, person.user_id, "wrong password", HERE)
    refused = login.start(sqlite_core, person.user_id, person.password, HERE)
    assert isinstance(refused, Refused)
    assert refused.until - time() <= timedelta(hours=1)
    known = login.Browser(source="192.0.2.11", device="device-2", known=frozenset({person.id}))
    session = start(sqlite_core, person, known)
    assert session.challenge["credential"] == card, "a browser that has logged on before is not locked"


def test_the_page_says_when_for_how_long_and_what_works(visitor, sqlite_core, kirsten, time):
    visitor.get("/log-paa")
    for _ in range(6):
        visitor.submit(user_id="kirsten1", password="wrong password")
    assert visitor.errors == ["Der var for mange forkerte forsøg. Du kan prøve igen om 1 minut, klokken 10.02."]
    assert "Det kan du gøre imens" in visitor.text
    assert "Log på med sikkerhedsnøgle eller adgangsnøgle" in visitor.text
    assert visitor.value("user_id") == "kirsten1", "what was typed stays where it is no secret"


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_locked_factor_says_what_else_there_is(visitor, sqlite_core, kirsten, time, language):
    address = "/log-paa" if language == "da" else "/en/log-on"
    visitor.get(address).submit(user_id="kirsten1", password=kirsten.password)
    for _ in range(3):
        visitor.submit(code="999999")
    visitor.get(visitor.path)
    assert ("om 1 minut" if language == "da" else "in 1 minute") in visitor.text
    assert ("Brug en anden måde" if language == "da" else "Use another way") in visitor.text
