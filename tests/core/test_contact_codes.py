"""Confirming an e-mail address or a mobile number."""

import pytest

from app.core import contact_codes, outbox
from app.core.models import Citizen, ContactCode, OutboxMessage
from app.core.sealed import unseal
from tests.support.logging_on import rows

NUMBER = "+4551123456"


def send(core, person, value=NUMBER, channel="sms"):
    with core.database.write() as db:
        return contact_codes.send(db, core.settings, db.get_one(Citizen, person.id), channel, value)


def confirm(core, person, code, channel="sms"):
    with core.database.write() as db:
        return contact_codes.confirm(db, db.get_one(Citizen, person.id), channel, code).reason


def newest(core):
    """The code in the newest message."""
    with core.database.read() as db:
        codes = [row for row in rows(db, OutboxMessage) if row.purpose == "contact.code"]
        return outbox.params_of(db, max(codes, key=lambda row: row.created_at))["code"]


def other(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def mobile(core, person):
    with core.database.read() as db:
        return unseal(db, db.get_one(Citizen, person.id).mobile, "citizen.mobile")


def pending(core, person):
    with core.database.read() as db:
        return contact_codes.pending(db, db.get_one(Citizen, person.id), "sms")


def test_the_code_that_was_sent_confirms_once(core, person):
    assert send(core, person) is None
    assert pending(core, person) == NUMBER
    code = newest(core)
    assert confirm(core, person, f" {code[:3]} {code[3:]} ") == ""
    assert mobile(core, person) == NUMBER
    assert pending(core, person) == ""
    assert confirm(core, person, code) == "void"


def test_the_old_and_the_new_address_are_told(core, person):
    send(core, person)
    confirm(core, person, newest(core))
    with core.database.read() as db:
        told = [outbox.recipient_of(db, row) for row in rows(db, OutboxMessage) if row.purpose == "contact.changed"]
    assert sorted(told) == sorted(["kirsten@example.dk", "+4534412331", "kirsten@example.dk", NUMBER])


def test_three_tries_a_code(core, person):
    send(core, person)
    code = newest(core)
    assert [confirm(core, person, other(code)) for _ in range(3)] == ["wrong", "wrong", "void"]
    assert confirm(core, person, code) == "void"
    assert mobile(core, person) == "+4534412331"


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "12345\x00"])
def test_what_is_no_code_is_no_try(core, person, code):
    send(core, person)
    for _ in range(4):
        assert confirm(core, person, code) == "malformed"
    assert confirm(core, person, newest(core)) == ""


def test_it_ends_after_ten_minutes(core, person, time):
    send(core, person)
    code = newest(core)
    time.forward(minutes=10, microseconds=-1)
    assert confirm(core, person, other(code)) == "wrong"
    time.forward(microseconds=1)
    assert confirm(core, person, code) == "expired"


def test_a_new_code_voids_the_earlier_one(core, person, time):
    send(core, person)
    first = newest(core)
    time.forward(seconds=30)
    send(core, person)
    assert newest(core) != first
    assert confirm(core, person, first) == "wrong"
    assert confirm(core, person, newest(core)) == ""


def test_a_code_confirms_the_address_it_was_sent_to(core, person, time):
    send(core, person)
    first = newest(core)
    time.forward(seconds=31)
    send(core, person, "+4551999999")
    assert confirm(core, person, first) == "wrong"
    assert confirm(core, person, newest(core), channel="email") == "void"


def test_there_is_half_a_minute_between_two_codes(core, person, time):
    send(core, person)
    time.forward(seconds=29)
    assert (send(core, person) - time()).total_seconds() == 1
    time.forward(seconds=1)
    assert send(core, person) is None


def test_ten_codes_a_day_whatever_number_and_whatever_comes_between(core, person, time):
    sent = 0
    for turn in range(30):
        if send(core, person, NUMBER if turn % 2 else "+4551999999") is None:
            sent += 1
            if turn % 3 == 0:
                assert confirm(core, person, newest(core)) == ""
            elif turn % 3 == 1:
                with core.database.write() as db:
                    contact_codes.forget(db, db.get_one(Citizen, person.id), "sms")
        time.forward(minutes=1)
    assert sent == contact_codes.SENDS_A_DAY
    time.forward(days=1)
    assert send(core, person) is None


def test_the_code_is_nowhere_readable(core, person):
    send(core, person)
    code = newest(core)
    with core.database.read() as db:
        (row,) = rows(db, ContactCode)
        assert code not in row.code_digest
        assert NUMBER not in row.value
