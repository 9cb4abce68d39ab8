"""More time for who asks for it, and no more than security allows. The clock is the test's."""

from datetime import timedelta

import pytest

from app.core import contact_codes, login, preferences, sessions
from app.core.assurance import Level
from app.core.login import Browser
from app.core.models import Citizen, Session
from app.core.patience import PATIENCES
from app.core.preferences import Preferences
from app.factors.approval_app import asking
from app.recovery import flow
from tests.support.account import code_sent
from tests.support.approving import SoftDevice, give_app
from tests.support.logging_on import log_on, session_of, start
from tests.support.world import credential_of, give_factor

PATIENT = Browser(source="192.0.2.10", label="Firefox, Linux", device="device-1", patience=10)
LIMITS = {1: 30, 2: 60, 5: 150, 10: 300}


@pytest.mark.parametrize("patience", PATIENCES)
def test_a_session_waits_as_many_times_longer(core, person, time, patience):
    with core.database.write() as db:
        token, _ = sessions.create(db, core.settings, "logged_on", citizen_id=person.id, patience=patience)
    time.forward(minutes=LIMITS[patience], microseconds=-1)
    assert sessions.is_alive(session_of(core, token))
    time.forward(microseconds=1)
    assert not sessions.is_alive(session_of(core, token))


def test_no_patience_reaches_beyond_the_absolute_limit(core, person, time):
    with core.database.write() as db:
        token, session = sessions.create(db, core.settings, "logged_on", citizen_id=person.id, patience=10)
        absolute = session.ends_at
    for _ in range(5):
        time.forward(minutes=299)
        if sessions.is_alive(session_of(core, token)):
            with core.database.write() as db:
                sessions.extend(sessions.find(db, token, lock=True), core.settings)
    assert sessions.ends(session_of(core, token)) == absolute == session.created_at + timedelta(hours=24)
    assert not sessions.is_alive(session_of(core, token))


def test_at_high_a_session_waits_an_hour_at_most(core, person, time):
    with core.database.write() as db:
        values = {"citizen_id": person.id, "patience": 10, "level": int(Level.HIGH)}
        token, _ = sessions.create(db, core.settings, "logged_on", **values)
    assert sessions.ends(session_of(core, token)) == time() + timedelta(hours=1)


def test_it_holds_from_the_first_page_of_a_log_on_and_after_it(core, person, time):
    asked = start(core, person, PATIENT)
    time.forward(minutes=299)
    assert sessions.is_alive(session_by_id(core, asked.id))
    done = log_on(core, person, PATIENT)
    assert session_of(core, done.token).patience == 10


def test_what_is_saved_in_the_account_wins_at_log_on(core, person, time):
    with core.database.write() as db:
        preferences.save(db.get_one(Citizen, person.id), Preferences(patience=2))
    assert session_of(core, log_on(core, person, PATIENT).token).patience == 2


@pytest.mark.parametrize(("patience", "minutes"), [(1, 5), (2, 10), (5, 15), (10, 15)])
def test_a_proof_stays_fresh_for_a_quarter_of_an_hour_at_most(core, person, time, patience, minutes):
    browser = Browser(source="192.0.2.10", device="device-1", patience=patience)
    session = session_of(core, log_on(core, person, browser).token)
    assert session.fresh_until == time() + timedelta(minutes=minutes)


@pytest.mark.parametrize(("patience", "minutes"), [(1, 10), (2, 20), (5, 50), (10, 60)])
def test_a_sent_code_lives_longer_and_never_over_an_hour(core, person, time, patience, minutes):
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        contact_codes.send(db, core.settings, citizen, "email", "ny@example.dk", patience=patience)
    code = code_sent(core)
    time.forward(minutes=minutes, microseconds=-1)
    assert confirmed(core, person, "000000" if code != "000000" else "000001").reason == "wrong"
    time.forward(microseconds=1)
    assert confirmed(core, person, code).reason == "expired"


def test_a_spoken_code_and_a_request_to_the_app_wait_longer(core, person, time):
    audio = give_factor(core, person, "audio_code", {"phone": "+4534412331"})
    app = give_app(core, person, SoftDevice())
    session = start(core, person, PATIENT)
    login.choose(core, session.id, audio, requested=True)
    ends = credential_of(core, audio).data["code"]["ends_at"]
    assert ends == (time() + timedelta(minutes=60)).isoformat()
    login.choose(core, session.id, app, requested=True)
    assert asking.ends(credential_of(core, app).data["request"]) == time() + timedelta(minutes=15)


def test_the_code_of_a_recovery_lives_longer(core, person, time):
    started = flow.begin_password(core, person.user_id, "email", PATIENT, "da")
    session = session_of(core, started.token)
    assert session.enrolment["ends_at"] == (time() + timedelta(minutes=60)).isoformat()
    assert sessions.ends(session) == time() + timedelta(minutes=300)


def test_more_time_and_less_time_hold_at_once(core, person, time):
    with core.database.write() as db:
        token, session = sessions.create(db, core.settings, "logged_on", citizen_id=person.id)
        sessions.set_patience(session, core.settings, 10)
    assert sessions.ends(session_of(core, token)) == time() + timedelta(minutes=300)
    with core.database.write() as db:
        sessions.set_patience(sessions.find(db, token, lock=True), core.settings, 1)
    assert sessions.ends(session_of(core, token)) == time() + timedelta(minutes=30)


@pytest.mark.parametrize("strange", [None, [], "x", {"patience": 1000}, {"patience": "10", "simple": "yes", "x": 1}])
def test_strange_values_are_the_defaults(strange):
    assert Preferences.read(strange) == Preferences()


def confirmed(core, person, code):
    with core.database.write() as db:
        return contact_codes.confirm(db, db.get_one(Citizen, person.id), "email", code)


def session_by_id(core, session_id):
    with core.database.read() as db:
        return db.get_one(Session, session_id)
