"""Sessions: opaque, limited in time, revocable."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import sessions
from app.core.models import Session


@pytest.fixture
def make(core, person):
    """Make a session; gives its token."""

    def made(stage="logged_on", citizen_id=person.id):
        with core.database.write() as db:
            return sessions.create(db, core.settings, stage, citizen_id=citizen_id)[0]

    return made


@pytest.fixture
def find(core):
    def found(token):
        with core.database.read() as db:
            return sessions.find(db, token)

    return found


def extend(core, token):
    with core.database.write() as db:
        sessions.extend(sessions.find(db, token, lock=True), core.settings)


def test_the_token_is_not_in_the_database(core, make):
    token = make()
    with core.database.read() as db:
        stored = db.scalars(select(Session)).one()
        assert token not in (stored.id, stored.token_digest)
    assert len(token) >= 43, "256 bits"


@pytest.mark.parametrize("token", ["", "x", "å", "\x00", "x" * 100_000])
def test_another_token_finds_nothing(make, find, token):
    make()
    assert find(token) is None


def test_it_ends_when_it_is_not_used(core, make, find, time):
    token = make()
    time.forward(minutes=core.settings.idle_minutes, microseconds=-1)
    assert sessions.is_alive(find(token))
    time.forward(microseconds=1)
    assert not sessions.is_alive(find(token))


def test_it_is_extended_as_often_as_the_citizen_likes_up_to_the_absolute_limit(core, make, find, time):
    token, begun = make(), time()
    for _ in range(10):  # WCAG 2.2.1: at least ten times
        time.forward(minutes=core.settings.idle_minutes - 1)
        extend(core, token)
        assert sessions.is_alive(find(token))
    while time() + timedelta(minutes=29) < begun + timedelta(hours=core.settings.absolute_hours):
        time.forward(minutes=29)
        extend(core, token)
    assert sessions.ends(find(token)) == begun + timedelta(hours=core.settings.absolute_hours)
    time.forward(minutes=29)
    assert not sessions.is_alive(find(token))


@pytest.mark.parametrize("stage", sessions.UNFINISHED)
def test_an_unfinished_log_on_or_crossing_can_take_all_the_time_it_needs(core, make, find, time, stage):
    token = make(stage)
    for _ in range(40):
        time.forward(minutes=core.settings.attempt_minutes - 1)
        extend(core, token)
    assert sessions.is_alive(find(token))


def test_use_is_noted_once_a_minute(make, find, time):
    token = make()
    time.forward(seconds=60)
    assert not sessions.needs_touch(find(token))
    time.forward(seconds=1)
    assert sessions.needs_touch(find(token))


def test_rotation_kills_the_old_token(core, make, find):
    token = make("password")
    with core.database.write() as db:
        fresh = sessions.rotate(db, sessions.find(db, token, lock=True), core.settings, "logged_on")
    assert find(token) is None
    assert find(fresh).stage == "logged_on"


def test_revoking_all_may_keep_this_one(core, person, make, find):
    tokens = [make() for _ in range(4)]
    other = make(citizen_id=None, stage="passkey")
    with core.database.write() as db:
        assert sessions.revoke_all(db, person.id, keep=find(tokens[0]).id) == 3
    assert [sessions.is_alive(find(token)) for token in [*tokens, other]] == [True, False, False, False, True]
    assert find(tokens[1]).challenge is None


def test_the_list_shows_live_log_ons_only(core, person, make, time):
    make("password")
    make()
    time.forward(minutes=31)
    make()
    with core.database.read() as db:
        assert [item.stage for item in sessions.of_citizen(db, person.id)] == ["logged_on"]


def test_a_proof_is_fresh_for_five_minutes(core, make, find, time):
    token = make()
    assert not sessions.is_fresh(find(token))
    with core.database.write() as db:
        sessions.find(db, token, lock=True).fresh_until = time() + timedelta(minutes=core.settings.fresh_minutes)
    time.forward(minutes=5, microseconds=-1)
    assert sessions.is_fresh(find(token))
    time.forward(microseconds=1)
    assert not sessions.is_fresh(find(token))


def test_housekeeping_forgets_what_ended_long_ago(core, make, find, time):
    old = make()
    time.forward(days=3)
    fresh = make()
    with core.database.write() as db:
        sessions.forget_old(db)
    assert find(old) is not None
    time.forward(hours=1)
    with core.database.write() as db:
        sessions.forget_old(db)
    assert find(old) is None
    assert find(fresh) is not None
