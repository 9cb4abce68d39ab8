"""The audio code: called when asked for, spoken once, good once."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import clock, enrol, outbox, proof
from app.core.assurance import Level
from app.core.factor import CannotPrepare
from app.core.models import Citizen, Credential, OutboxMessage
from app.factors.audio_code import FACTOR, check
from app.ui.messages import Composer
from tests.support.moving import MovingClock
from tests.support.parallel import at_once
from tests.support.world import credential_of, give_factor, make_citizen

PHONE = {"phone": "34 41 23 31"}


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def audio(core, time):
    """An active audio code of a citizen, on both databases."""
    return give_factor(core, make_citizen(core, language="en"), "audio_code", PHONE)


@contextmanager
def locked(core, credential_id):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        yield core.context(db, db.get_one(Citizen, credential.citizen_id)), credential


def ask(core, credential_id, *, requested=True):
    with locked(core, credential_id) as (context, credential):
        return check.ask(context, credential, requested=requested)


def judge(core, credential_id, question, code):
    """The verdict of the whole proof, throttle and all."""
    with locked(core, credential_id) as (context, credential):
        return proof.judge(context, FACTOR, credential, question, {"code": code})


def calls(core):
    with core.database.read() as db:
        query = select(OutboxMessage).where(OutboxMessage.channel == "call").order_by(OutboxMessage.created_at)
        return list(db.scalars(query))


def spoken(core):
    """The code of the newest call."""
    with core.database.read() as db:
        return outbox.params_of(db, calls(core)[-1])["code"]


def other_than(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def test_nobody_is_called_before_a_call_is_asked_for(core, audio):
    assert ask(core, audio, requested=False) == {"state": "waiting"}
    assert calls(core) == []


def test_a_call_speaks_six_digits_in_the_citizens_language(core, audio, time):
    ask(core, audio)
    (call,) = calls(core)
    assert (call.purpose, call.language) == ("audio.code", "en")
    assert call.useless_after == time.time + timedelta(minutes=10)
    code = spoken(core)
    assert len(code) == 6
    assert code.isdigit()
    with core.database.read() as db:
        assert outbox.recipient_of(db, call) == "+4534412331"
        params = outbox.params_of(db, call)
    words = Composer(service="S", scheme="N", phone="70101010", host="localhost")
    assert words.compose(call.purpose, call.language, params, "call") == ("", code)


def test_the_code_stands_nowhere_readable(core, audio):
    question = ask(core, audio)
    code, credential = spoken(core), credential_of(core, audio)
    (call,) = calls(core)
    for kept in (question, credential.data, credential.secret, call.params, call.recipient):
        assert code not in str(kept)
        assert "34412331" not in str(kept)


def test_the_right_code_is_good_once(core, audio):
    question, code = ask(core, audio), spoken(core)
    assert judge(core, audio, question, code).level == Level.SUBSTANTIAL
    assert judge(core, audio, question, code).reason == "void"
    assert credential_of(core, audio).failures == 0


def test_three_wrong_tries_void_the_code(core, audio, time):
    question, code = ask(core, audio), spoken(core)
    reasons = []
    for _ in range(3):
        reasons.append(judge(core, audio, question, other_than(code)).reason)
        time.forward(minutes=1)
    assert reasons == ["wrong", "wrong", "void"]
    assert credential_of(core, audio).failures == 3
    assert judge(core, audio, question, code).reason == "void"
    assert judge(core, audio, ask(core, audio), spoken(core)).ok


@pytest.mark.parametrize(("minutes", "reason"), [(9.99, ""), (10, "expired"), (60, "expired")])
def test_a_code_lasts_ten_minutes(core, audio, time, minutes, reason):
    question, code = ask(core, audio), spoken(core)
    time.forward(minutes=minutes)
    assert judge(core, audio, question, code).reason == reason
    assert credential_of(core, audio).failures == 0


def test_an_expired_code_does_not_come_back_with_the_clock(core, audio, time):
    question, code = ask(core, audio), spoken(core)
    time.forward(minutes=11)
    assert judge(core, audio, question, code).reason == "expired"
    time.forward(minutes=-11)
    assert judge(core, audio, question, code).reason == "void"


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])
def test_what_is_no_code_is_malformed_and_no_guess(core, audio, code):
    question = ask(core, audio)
    assert judge(core, audio, question, code).reason == "malformed"
    assert credential_of(core, audio).failures == 0
    assert judge(core, audio, question, spoken(core)).ok


def test_no_code_answers_a_question_for_which_nobody_was_called(core, audio):
    ask(core, audio)
    assert judge(core, audio, {"state": "waiting"}, spoken(core)).reason == "void"


def test_a_new_call_voids_the_code_before_and_takes_its_call_back(core, audio, time):
    earlier, old = ask(core, audio), spoken(core)
    time.forward(seconds=30)
    later = ask(core, audio)
    assert judge(core, audio, earlier, old).reason == "void"
    first, second = calls(core)
    assert (first.next_try_at, first.failure) == (None, "withdrawn")
    with core.database.read() as db:
        assert outbox.params_of(db, first) == {}
    assert second.next_try_at is not None
    assert judge(core, audio, later, spoken(core)).ok


def test_the_next_call_waits_half_a_minute_and_the_open_code_stays(core, audio, time):
    first = ask(core, audio)
    time.forward(seconds=29)
    again = ask(core, audio)
    assert again["outcome"] == "too_soon"
    assert again["call"] == first["call"]
    assert len(calls(core)) == 1
    assert judge(core, audio, again, spoken(core)).ok
    assert ask(core, audio)["outcome"] == "calling", "a telephone that answered rightly need not wait"


def test_at_most_ten_calls_in_a_day(core, audio, time):
    for _ in range(10):
        assert ask(core, audio)["outcome"] == "calling"
        time.forward(minutes=1)
    assert ask(core, audio)["outcome"] == "too_many"
    time.forward(hours=23, minutes=49)
    assert ask(core, audio)["outcome"] == "too_many"
    assert ask(core, audio)["state"] == "waiting", "the open code has ended meanwhile"
    time.forward(minutes=1)
    assert ask(core, audio)["outcome"] == "calling"
    assert len(calls(core)) == 11


def test_a_fresh_set_up_is_no_way_round_the_cap(core, audio, time):
    for _ in range(10):
        ask(core, audio)
        time.forward(minutes=1)
    with locked(core, audio) as (context, _credential):
        fresh = enrol.prepare(core, context.db, context.citizen, "audio_code", {"phone": "+46 70 123 45 67"}).id
    assert ask(core, fresh)["outcome"] == "too_many"


@pytest.mark.parametrize(
    ("phone", "code"),
    [("", "empty"), ("ring til mig", "not_a_number"), ("3441", "too_short"), ("90 12 34 56", "premium")],
)
def test_a_number_that_cannot_be_called_is_refused_at_its_field(core, phone, code):
    with pytest.raises(CannotPrepare) as refused:
        give_factor(core, make_citizen(core), "audio_code", {"phone": phone})
    assert (refused.value.field, refused.value.code) == ("phone", code)
    assert code in FACTOR.pages.wrong


@pytest.mark.parametrize("phone", ["34412331", "+46 8 123 456 78", "0046701234567"])
def test_mobiles_landlines_and_foreign_numbers_are_taken(sqlite_core, phone):
    assert give_factor(sqlite_core, make_citizen(sqlite_core), "audio_code", {"phone": phone})


def test_twenty_wrong_codes_disable_it(sqlite_core, time):
    audio = give_factor(sqlite_core, make_citizen(sqlite_core), "audio_code", PHONE)
    last = ""
    for _ in range(10):
        question = ask(sqlite_core, audio)
        for _ in range(2):
            last = judge(sqlite_core, audio, question, other_than(spoken(sqlite_core))).reason
            time.forward(hours=3)
            question = ask(sqlite_core, audio)
    assert last == "disabled"


def test_of_fifty_threads_with_one_code_exactly_one_wins(core, audio):
    question, code = ask(core, audio), spoken(core)
    verdicts = at_once(50, lambda _: judge(core, audio, question, code))
    assert sum(verdict.ok for verdict in verdicts) == 1
    assert {verdict.reason for verdict in verdicts} == {"", "void"}


def test_of_fifty_threads_that_ask_one_telephone_rings_once(core, audio):
    asked = at_once(50, lambda _: ask(core, audio))
    assert len(calls(core)) == 1
    assert len({question["call"] for question in asked}) == 1
