"""Fifty at once with one secret: exactly one wins, whatever the secret, on both databases."""

import pytest

from app.core import account, contact_codes, login, outbox
from app.core.account import UserIdTaken
from app.core.login import LoggedOn
from app.core.models import Citizen, OutboxMessage
from tests.support.logging_on import HERE, right, rows, start
from tests.support.parallel import at_once
from tests.support.world import make_citizen

MANY = 50


def test_one_card_code_in_one_session(core, person):
    session, code = start(core, person), right(core, person)
    answers = at_once(MANY, lambda _number: login.answer(core, session.id, {"code": code}, HERE))
    won = [answer for answer in answers if isinstance(answer, LoggedOn)]
    assert len(won) == 1
    assert {answer.reason for answer in answers if answer is not won[0]} == {"void"}


def test_one_card_code_in_fifty_sessions(core, person):
    sessions = [start(core, person) for _ in range(MANY)]
    code = right(core, person)
    answers = at_once(MANY, lambda number: login.answer(core, sessions[number].id, {"code": code}, HERE))
    assert sum(isinstance(answer, LoggedOn) for answer in answers) == 1


def test_fifty_wrong_codes_are_no_more_than_three_guesses(core, person):
    sessions = [start(core, person) for _ in range(MANY)]
    guesses = [f"{number:06d}" for number in range(MANY) if f"{number:06d}" != right(core, person)]
    answers = at_once(
        len(guesses), lambda number: login.answer(core, sessions[number].id, {"code": guesses[number]}, HERE)
    )
    assert [answer.reason for answer in answers].count("wrong") == 3
    assert [answer.reason for answer in answers].count("locked") == len(guesses) - 3


def test_one_contact_code(core, person):
    with core.database.write() as db:
        contact_codes.send(db, core.settings, db.get_one(Citizen, person.id), "sms", "+4551123456")
    with core.database.read() as db:
        (message,) = rows(db, OutboxMessage)
        code = outbox.params_of(db, message)["code"]

    def confirm(_number):
        with core.database.write() as db:
            return contact_codes.confirm(db, db.get_one(Citizen, person.id), "sms", code).reason

    assert sorted(at_once(MANY, confirm)) == [""] + ["void"] * (MANY - 1)


def test_fifty_wrong_contact_codes_are_three_guesses(core, person):
    with core.database.write() as db:
        contact_codes.send(db, core.settings, db.get_one(Citizen, person.id), "sms", "+4551123456")
    with core.database.read() as db:
        (message,) = rows(db, OutboxMessage)
        code = int(outbox.params_of(db, message)["code"])

    def guess(number):
        with core.database.write() as db:
            wrong = f"{(code + 1 + number) % 10**6:06d}"
            return contact_codes.confirm(db, db.get_one(Citizen, person.id), "sms", wrong).reason

    assert at_once(MANY, guess).count("wrong") == 2, "two that were wrong, and one that was the last"


@pytest.mark.parametrize("wanted", ["ønsket.id"])
def test_one_user_id(core, time, wanted):
    people = [make_citizen(core, f"before{number}", cpr=f"611180{number:04d}") for number in range(MANY)]

    def take(number):
        try:
            with core.database.write() as db:
                account.set_user_id(db, db.get_one(Citizen, people[number].id, with_for_update=True), wanted)
            return "won"
        except UserIdTaken:
            return "lost"

    assert at_once(MANY, take).count("won") == 1


def test_fifty_first_codes_to_one_number_send_one(core, person):
    def send(_number):
        with core.database.write() as db:
            return contact_codes.send(db, core.settings, db.get_one(Citizen, person.id), "sms", "+4551123456")

    assert at_once(MANY, send).count(None) == 1
