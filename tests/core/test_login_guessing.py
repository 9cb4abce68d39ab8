"""Guessing a card's code: the sticky question, three tries, ten failures, one use."""

from dataclasses import replace

import pytest

from app.core import login
from app.core.login import LoggedOn, Refused
from app.core.models import OutboxMessage, Session
from tests.support.logging_on import HERE, right, rows, session_of, start, wrong
from tests.support.world import PASSWORD, credential_of, give_factor


def test_the_question_is_the_same_across_a_hundred_sessions(core, person, time):
    asked = set()
    for _ in range(100):
        session = start(core, person)
        asked.add(session.challenge["question"]["position"])
        login.choose(core, session.id, person.credentials["code_card"], requested=True)
        asked.add(session_of_id(core, session.id).challenge["question"]["position"])
        time.forward(hours=3)
    assert len(asked) == 1


def session_of_id(core, session_id):
    with core.database.read() as db:
        return db.get_one(Session, session_id)


def test_three_tries_then_a_delay_in_every_session(core, person, time):
    session = start(core, person)
    answers = [login.answer(core, session.id, {"code": wrong(core, person)}, HERE) for _ in range(3)]
    assert [(answer.reason, answer.tries_left) for answer in answers] == [("wrong", 9), ("wrong", 8), ("wrong", 7)]
    code = {"code": right(core, person)}
    assert login.answer(core, session.id, code, HERE).reason == "locked"
    other = start(core, person)
    assert login.answer(core, other.id, code, HERE).reason == "void", "a locked card was asked"
    time.forward(seconds=29)
    assert login.answer(core, session.id, code, HERE).reason == "locked", "the lock lifted early"
    time.forward(seconds=1)
    assert isinstance(login.answer(core, session.id, code, HERE), LoggedOn)
    assert credential_of(core, person.credentials["code_card"]).failures == 0


def test_the_card_is_disabled_at_ten_across_sessions_and_days(core, person, time):
    tries = 0
    for _ in range(40):
        outcome = login.start(
            core, person.user_id, PASSWORD, replace(HERE, device=f"d{tries}", source=f"10.0.0.{tries}")
        )
        if isinstance(outcome, Refused):
            break
        session = session_of(core, outcome.token)
        answer = login.answer(core, session.id, {"code": wrong(core, person)}, HERE)
        tries += answer.reason in ("wrong", "disabled")
        time.forward(days=1)
    assert tries == 10
    assert outcome == Refused("no_way")
    assert credential_of(core, person.credentials["code_card"]).status == "disabled"
    time.forward(days=3650)
    assert login.start(core, person.user_id, PASSWORD, HERE) == Refused("no_way"), "the lock lifted by itself"
    with core.database.read() as db:
        sent = [item.purpose for item in rows(db, OutboxMessage)]
        assert sent.count("factor.disabled") == 2, "both channels are told, once"


def test_another_factor_does_not_end_the_row_of_failures(core, person, time):
    card = person.credentials["code_card"]
    second = give_factor(core, person, "code_card", name="The other card")
    for _ in range(2):
        session = start(core, person)
        login.choose(core, session.id, card)
        person.credentials["code_card"] = card
        assert login.answer(core, session.id, {"code": wrong(core, person)}, HERE).reason == "wrong"
        login.choose(core, session.id, second)
        person.credentials["code_card"] = second
        assert isinstance(login.answer(core, session.id, {"code": right(core, person)}, HERE), LoggedOn)
    assert credential_of(core, card).failures == 2


def test_leaving_a_question_is_no_failure(core, person, time):
    for _ in range(30):
        start(core, person)
    assert credential_of(core, person.credentials["code_card"]).failures == 0


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345\x00"])
def test_what_is_no_code_is_no_guess(core, person, code):
    session = start(core, person)
    assert login.answer(core, session.id, {"code": code}, HERE).reason == "malformed"
    assert credential_of(core, person.credentials["code_card"]).failures == 0


def test_a_code_is_used_once_and_the_next_question_is_another(core, person, time):
    session, code = start(core, person), right(core, person)
    position = session.challenge["question"]["position"]
    assert isinstance(login.answer(core, session.id, {"code": code}, HERE), LoggedOn)
    again = start(core, person)
    assert again.challenge["question"]["position"] != position
    with core.database.write() as db:  # a replayed question
        db.get_one(Session, again.id).challenge = session.challenge
    assert login.answer(core, again.id, {"code": code}, HERE).reason == "void"
