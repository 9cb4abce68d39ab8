"""The log-on state machine on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import text

from app.core import account, enrol, login, passwords, sessions
from app.core.assurance import Level
from app.core.login import Browser, Refused, Started
from app.core.models import Citizen, Counter, Event, OutboxMessage, Session
from app.core.passwords import Busy, Passwords
from app.core.proof import Verdict
from tests.support.logging_on import HERE, log_on, right, rows, session_of, start
from tests.support.world import PASSWORD, give_factor, make_citizen


def test_password_then_card_opens_a_session(core, person):
    outcome = log_on(core, person, return_to="/en/help")
    session = session_of(core, outcome.token)
    assert (session.stage, session.citizen_id, session.method) == ("logged_on", person.id, "code_card")
    assert outcome.level is Level.SUBSTANTIAL
    assert outcome.return_to == "/en/help"
    assert person.id in outcome.remember
    assert sessions.is_fresh(session)


def test_the_user_id_is_found_however_it_is_written(core, person):
    assert isinstance(login.start(core, "  KIRSTEN1 ", PASSWORD, HERE), Started)


@pytest.mark.parametrize("user_id", ["kirsten1", "nobody-at-all", "", "\u202e", "x" * 60_000])
def test_a_wrong_password_and_an_unknown_user_are_told_the_same(core, person, user_id):
    assert login.start(core, user_id, "wrong", HERE) == Refused("wrong")


@pytest.mark.parametrize("user_id", ["kirsten1", "nobody-at-all"])
def test_known_and_unknown_users_cost_one_hash_and_write_the_same_rows(core, person, user_id, monkeypatch):
    checked = []
    real = core.passwords._hasher.verify

    class Spy:
        def verify(self, stored, password):
            checked.append(stored)
            return real(stored, password)

    core.passwords.warm()
    monkeypatch.setattr(core.passwords, "_hasher", Spy())
    with core.database.read() as db:
        before = {table: len(rows(db, table)) for table in (Counter, Event, Session, OutboxMessage)}
    assert login.start(core, user_id, "wrong", HERE) == Refused("wrong")
    with core.database.read() as db:
        after = {table: len(rows(db, table)) - before[table] for table in before}
    assert len(checked) == 1
    assert after == {Counter: 3, Event: 1, Session: 0, OutboxMessage: 0}


@pytest.mark.parametrize("user_id", ["kirsten1", "nobody-at-all"])
def test_known_and_unknown_users_wait_alike(core, person, time, user_id):
    for _ in range(5):
        assert login.start(core, user_id, "wrong", HERE) == Refused("wrong")
    waiting = login.start(core, user_id, PASSWORD, HERE)
    assert waiting.reason == "wait"
    assert (waiting.until - time()).total_seconds() == 30


def test_the_right_password_is_refused_while_it_must_wait(core, person, time):
    for _ in range(5):
        login.start(core, person.user_id, "wrong", HERE)
    assert login.start(core, person.user_id, PASSWORD, HERE).reason == "wait"
    time.forward(seconds=30)
    assert isinstance(login.start(core, person.user_id, PASSWORD, HERE), Started)
    assert login.start(core, person.user_id, "wrong", HERE) == Refused("wrong"), "the row was not ended"


def test_a_stranger_cannot_shut_a_known_device_out(core, person, time):
    stranger = Browser(source="198.51.100.7", device="strange")
    for _ in range(5):
        login.start(core, person.user_id, "wrong", stranger)
    assert login.start(core, person.user_id, PASSWORD, stranger).reason == "wait"
    own = replace(HERE, known=frozenset({person.id}))
    assert isinstance(login.start(core, person.user_id, PASSWORD, own), Started)
    other = replace(HERE, known=frozenset({"another-citizen"}))
    assert login.start(core, person.user_id, PASSWORD, other).reason == "wait"


def test_a_known_device_has_a_count_of_its_own_and_not_none(core, person, time):
    own = replace(HERE, known=frozenset({person.id}))
    for _ in range(5):
        assert login.start(core, person.user_id, "wrong", own) == Refused("wrong")
    assert login.start(core, person.user_id, PASSWORD, own).reason == "wait"
    assert isinstance(login.start(core, person.user_id, PASSWORD, HERE), Started)


def test_a_busy_service_is_no_wrong_try(core, person, time):
    full = replace(core, passwords=Passwords(memory_kib=64, passes=1, queue=0, cores=1))
    full.passwords._places.acquire()
    for _ in range(8):
        with pytest.raises(Busy):
            login.start(full, person.user_id, PASSWORD, HERE)
    assert isinstance(login.start(core, person.user_id, PASSWORD, HERE), Started)


def test_a_source_that_failed_too_often_is_refused_for_everybody(core, person, time):
    quick = replace(core, settings=core.settings.model_copy(update={"source_failures": 3}))
    for number in range(3):
        login.start(quick, f"nobody-{number}", "wrong", HERE)
    assert login.start(quick, person.user_id, PASSWORD, HERE) == Refused("source")
    elsewhere = replace(HERE, source="198.51.100.9")
    assert isinstance(login.start(quick, person.user_id, PASSWORD, elsewhere), Started)


def change(core, person, act):
    with core.database.write() as db:
        act(db, db.get_one(Citizen, person.id, with_for_update=True))


def test_a_blocked_citizen_is_told_so_only_after_the_right_password(core, person):
    change(core, person, lambda db, citizen: account.block(db, citizen, "not_me"))
    assert login.start(core, person.user_id, "wrong", HERE) == Refused("wrong")
    assert login.start(core, person.user_id, PASSWORD, HERE) == Refused("blocked")


def test_blocking_kills_a_log_on_that_is_under_way(core, person):
    session = start(core, person)
    code = right(core, person)
    with core.database.write() as db:
        db.execute(text("UPDATE citizen SET status = 'blocked'"))
    assert login.answer(core, session.id, {"code": code}, HERE) == Verdict("void")


def test_a_closed_eid_is_an_unknown_one(core, person):
    change(core, person, lambda db, citizen: account.close(db, citizen))
    assert login.start(core, person.user_id, PASSWORD, HERE) == Refused("wrong")


def test_without_a_factor_there_is_no_way(core, time):
    person = make_citizen(core)
    assert login.start(core, person.user_id, "wrong", HERE) == Refused("wrong")
    assert login.start(core, person.user_id, PASSWORD, HERE) == Refused("no_way")


def test_a_pending_factor_is_no_way_in(core, time):
    person = make_citizen(core)
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        pending = enrol.prepare(core, db, citizen, "code_card", {})
    assert login.start(core, person.user_id, PASSWORD, HERE) == Refused("no_way")
    give_factor(core, person, "code_card")
    with core.database.write() as db:
        pending = enrol.prepare(core, db, db.get_one(Citizen, person.id), "code_card", {})
        core.factors["code_card"].ask(core.context(db, None), pending, requested=False)
        challenge = {"credential": pending.id, "question": {"position": pending.data["asked"]}}
    session = start(core, person)
    assert login.choose(core, session.id, pending.id) == Verdict("void")
    person.credentials["code_card"] = pending.id
    with core.database.write() as db:
        db.get_one(Session, session.id).challenge = challenge
    assert login.answer(core, session.id, {"code": right(core, person)}, HERE) == Verdict("void")


@pytest.mark.parametrize("stage", ["legacy", "crossing", "passkey"])
def test_a_session_without_the_password_is_never_asked_a_factor(core, person, stage):
    session = start(core, person)
    code = right(core, person)
    with core.database.write() as db:
        db.get_one(Session, session.id).stage = stage
    assert login.choose(core, session.id, person.credentials["code_card"]) == Verdict("void")
    assert login.answer(core, session.id, {"code": code}, HERE) == Verdict("void")


def test_another_citizens_factor_proves_nothing(core, person):
    thief = make_citizen(core, "thief", cpr="6111800002")
    give_factor(core, thief, "code_card")
    session = start(core, thief)
    assert login.choose(core, session.id, person.credentials["code_card"]) == Verdict("void")
    with core.database.write() as db:
        stolen = {"credential": person.credentials["code_card"], "question": {"position": 3}}
        db.get_one(Session, session.id).challenge = stolen
    code = {"code": right(core, thief)}
    assert login.answer(core, session.id, code, HERE) == Verdict("void")


def test_every_change_of_privilege_gives_a_new_token_and_kills_the_old(core, person, time):
    started = login.start(core, person.user_id, PASSWORD, HERE)
    session = session_of(core, started.token)
    first = login.answer(core, session.id, {"code": right(core, person)}, HERE)
    assert session_of(core, started.token) is None
    time.forward(minutes=10)
    assert not sessions.is_fresh(session_of(core, first.token))
    login.choose(core, session.id, person.credentials["code_card"])
    renewed = login.answer(core, session.id, {"code": right(core, person)}, HERE)
    assert session_of(core, first.token) is None
    now = session_of(core, renewed.token)
    assert (now.id, now.stage) == (session.id, "logged_on")
    assert sessions.is_fresh(now)
    assert len({started.token, first.token, renewed.token}) == 3


def test_a_fresh_proof_does_not_put_off_the_absolute_limit(core, person, time):
    outcome = log_on(core, person)
    ends = session_of(core, outcome.token).ends_at
    time.forward(minutes=20)
    session = session_of(core, outcome.token)
    login.choose(core, session.id, person.credentials["code_card"])
    renewed = login.answer(core, session.id, {"code": right(core, person)}, HERE)
    assert session_of(core, renewed.token).ends_at == ends


@pytest.mark.parametrize("spoil", ["revoked", "idle", "absolute"])
def test_an_ended_session_answers_nothing(core, person, time, spoil):
    session, code = start(core, person), {"code": right(core, person)}
    if spoil == "revoked":
        login.log_off(core, session.id)
    time.forward(minutes=0 if spoil == "revoked" else 30, hours=12 if spoil == "absolute" else 0)
    assert login.answer(core, session.id, code, HERE) == Verdict("void")
    assert login.choose(core, session.id, person.credentials["code_card"]) == Verdict("void")


def test_logging_off_here_or_everywhere(core, person, time):
    first, second = log_on(core, person), log_on(core, person)
    login.log_off(core, session_of(core, first.token).id)
    assert not sessions.is_alive(session_of(core, first.token))
    assert sessions.is_alive(session_of(core, second.token))
    third = log_on(core, person)
    login.log_off(core, session_of(core, third.token).id, everywhere=True)
    assert not any(sessions.is_alive(session_of(core, outcome.token)) for outcome in (second, third))
    login.log_off(core, "no-such-session")


def test_a_new_device_is_told_of_and_a_known_one_only_where_the_citizen_asks_for_it(core, person, time):
    log_on(core, person)
    log_on(core, person, replace(HERE, known=frozenset({person.id})))
    change(core, person, lambda db, citizen: account.set_notify(db, citizen, "critical"))
    log_on(core, person)
    with core.database.read() as db:
        sent = [item.purpose for item in rows(db, OutboxMessage)]
    assert (sent.count("logon.new_device"), sent.count("logon")) == (2, 2)


def test_a_stale_hash_is_raised_at_the_next_log_on(core, person):
    with core.database.read() as db:
        before = db.get_one(Citizen, person.id).password_hash
    stronger = replace(core, passwords=passwords.Passwords(memory_kib=64, passes=2, queue=5))
    start(stronger, person)
    with core.database.read() as db:
        after = db.get_one(Citizen, person.id).password_hash
    assert "t=2" in after
    assert after != before
    start(stronger, person)


def test_a_factor_that_is_strong_enough_is_asked_first(core, person, time):
    session = start(core, person, required=Level.HIGH)
    assert session.challenge["credential"] == person.credentials["code_card"], "the best there is"
    assert session.required_level == Level.HIGH
