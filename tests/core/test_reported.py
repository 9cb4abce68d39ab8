"""I did not ask for this: the code is void, the log-on is over, the citizen is told."""

import pytest
from sqlalchemy import select

from app.core import clock, enrol, login, outbox, proof, reported, sessions
from app.core.assurance import Level
from app.core.login import Browser
from app.core.models import Citizen, Credential, Event, OutboxMessage, Session
from tests.support.moving import MovingClock
from tests.support.world import PASSWORD, credential_of, give_factor, make_citizen

PHONE = {"phone": "34 41 23 31"}
BROWSER = Browser(source="192.0.2.1")


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def kirsten(core, time):
    person = make_citizen(core, email="kirsten@example.dk", mobile="+4520123456")
    give_factor(core, person, "audio_code", PHONE)
    return person


def begin(core, person, *, call=True):
    """A log-on that has come to the factor; gives the session's token, after asking for the call."""
    token = login.start(core, person.user_id, PASSWORD, BROWSER).token
    if call:
        login.choose(core, session_of(core, token).id, person.credentials["audio_code"], requested=True)
    return token


def session_of(core, token) -> Session:
    with core.database.read() as db:
        return sessions.find(db, token)


def newest_call(core) -> OutboxMessage:
    with core.database.read() as db:
        query = select(OutboxMessage).where(OutboxMessage.channel == "call")
        return db.scalars(query.order_by(OutboxMessage.created_at.desc())).first()


def code_of(core, message):
    with core.database.read() as db:
        return outbox.params_of(db, message)["code"]


def kinds(core, citizen_id):
    with core.database.read() as db:
        return [event.kind for event in db.scalars(select(Event).where(Event.citizen_id == citizen_id))]


def notices_of(core):
    with core.database.read() as db:
        query = select(OutboxMessage).where(OutboxMessage.purpose == "audio.not_asked")
        return sorted(message.channel for message in db.scalars(query))


def test_the_code_is_void_the_log_on_is_over_and_the_citizen_is_told(core, kirsten):
    token = begin(core, kirsten)
    call = newest_call(core)
    code = code_of(core, call)
    reported.report(core, call.id, "not_asked")
    session = session_of(core, token)
    assert not sessions.is_alive(session)
    assert login.answer(core, session.id, {"code": code}, BROWSER).reason == "void"
    assert credential_of(core, kirsten.credentials["audio_code"]).data["code"] is None
    assert "audio.not_asked" in kinds(core, kirsten.id)
    assert notices_of(core) == ["email", "sms"]


def test_another_log_on_of_the_same_citizen_goes_on(core, kirsten, time):
    mine = begin(core, kirsten)
    login.answer(core, session_of(core, mine).id, {"code": code_of(core, newest_call(core))}, BROWSER)
    with core.database.read() as db:
        (logged_on,) = sessions.of_citizen(db, kirsten.id)
    time.forward(hours=0, minutes=10)
    asking, waiting = begin(core, kirsten), begin(core, kirsten, call=False)
    reported.report(core, newest_call(core).id, "not_asked")
    assert not sessions.is_alive(session_of(core, asking))
    assert sessions.is_alive(session_of(core, waiting))
    with core.database.read() as db:
        assert [session.id for session in sessions.of_citizen(db, kirsten.id)] == [logged_on.id]


def test_what_was_proven_by_the_call_before_the_report_ends_too(core, kirsten, time):
    """The code was wheedled out of whoever answered; then they press 9."""
    token = begin(core, kirsten)
    call = newest_call(core)
    time.forward(minutes=1)
    logged_on = login.answer(core, session_of(core, token).id, {"code": code_of(core, call)}, BROWSER)
    assert logged_on.level == Level.SUBSTANTIAL
    reported.report(core, call.id, "not_asked")
    assert not sessions.is_alive(session_of(core, logged_on.token))
    assert notices_of(core) == ["email", "sms"]


def test_who_proves_once_more_by_a_call_and_is_reported_loses_the_session(core, kirsten, time):
    token = begin(core, kirsten)
    logged_on = login.answer(core, session_of(core, token).id, {"code": code_of(core, newest_call(core))}, BROWSER)
    time.forward(minutes=20)
    login.choose(core, session_of(core, logged_on.token).id, kirsten.credentials["audio_code"], requested=True)
    reported.report(core, newest_call(core).id, "not_asked")
    assert not sessions.is_alive(session_of(core, logged_on.token))


def test_a_number_that_is_being_tried_out_is_a_slip_and_ends_no_session(core, time):
    person = make_citizen(core, email="kirsten@example.dk")
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(core, db, citizen, "audio_code", PHONE)
        question = core.factors["audio_code"].ask(core.context(db, citizen), credential, requested=True)
        token, _ = sessions.create(db, core.settings, "logged_on", citizen_id=person.id)
        kept = credential.id
    code = code_of(core, newest_call(core))
    reported.report(core, question["call"], "not_asked")
    assert sessions.is_alive(session_of(core, token))
    assert kinds(core, person.id) == ["audio.wrong_number"]
    assert notices_of(core) == []
    with core.database.write() as db:
        locked = db.get_one(Credential, kept, with_for_update=True)
        citizen = db.get_one(Citizen, person.id)
        judged = proof.judge(core.context(db, citizen), core.factors["audio_code"], locked, question, {"code": code})
        assert judged.reason == "void"


def test_a_second_report_changes_nothing_more_for_later_log_ons(core, kirsten, time):
    begin(core, kirsten)
    first = newest_call(core)
    reported.report(core, first.id, "not_asked")
    time.forward(minutes=1)
    later = begin(core, kirsten)
    reported.report(core, first.id, "not_asked")
    assert sessions.is_alive(session_of(core, later))
    assert credential_of(core, kirsten.credentials["audio_code"]).data["code"] is not None


def test_an_unknown_message_or_word_does_nothing(core, kirsten):
    reported.report(core, "no such message", "not_asked")
    with pytest.raises(ValueError, match="not asked"):
        reported.report(core, "no such message", "something else")
    assert notices_of(core) == []
