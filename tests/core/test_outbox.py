"""The outbox: sent if and only if what caused it happened, and by one worker only."""

from datetime import timedelta

import pytest

from app.core import outbox
from app.core.models import Citizen, OutboxMessage
from tests.support.logging_on import rows
from tests.support.parallel import at_once


def put(core, person, count=1):
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        return [
            outbox.put(
                db, "sms", "+4534412331", "contact.code", {"code": "123456"}, citizen=citizen, useful_for=timedelta(1)
            )
            for _ in range(count)
        ]


def claim(core, limit=20):
    with core.database.write() as db:
        return [message.id for message in outbox.claim(db, limit)]


def _put_and_fail(core, person):
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        outbox.put(db, "sms", "+4534412331", "blocked", {}, citizen=citizen, useful_for=timedelta(1))
        raise RuntimeError


def test_what_failed_sends_nothing(core, person):
    with pytest.raises(RuntimeError):
        _put_and_fail(core, person)
    assert claim(core) == []


def test_the_worker_is_woken_after_the_commit_and_not_before(core, person):
    seen = []
    core.database.after_commit = lambda: seen.append(len(claim(core)))
    put(core, person, 3)
    assert seen == [3]
    with core.database.write():
        pass
    assert seen == [3]


def test_many_workers_at_once_take_each_message_once(core, person):
    put(core, person, 60)
    taken = [message for share in at_once(6, lambda _number: claim(core) + claim(core)) for message in share]
    taken += claim(core, 60)
    assert len(taken) == len(set(taken)) == 60


def test_a_worker_that_died_is_followed_by_another_after_two_minutes(core, person, time):
    put(core, person)
    assert len(claim(core)) == 1
    time.forward(seconds=119)
    assert claim(core) == []
    time.forward(seconds=1)
    assert len(claim(core)) == 1


def test_what_was_sent_is_emptied_unless_it_is_the_demo(core, person):
    sent, shown = put(core, person, 2)
    claim(core)
    with core.database.write() as db:
        outbox.settle(db, sent, keep=False)
        outbox.settle(db, shown, keep=True)
    with core.database.read() as db:
        assert outbox.params_of(db, db.get_one(OutboxMessage, sent)) == {}
        assert outbox.params_of(db, db.get_one(OutboxMessage, shown)) == {"code": "123456"}
        assert not outbox.any_due(db)
        assert len(outbox.recent(db)) == 2


def test_what_could_not_be_sent_waits_or_is_given_up_and_emptied(core, person, time):
    (message,) = put(core, person)
    claim(core)
    with core.database.write() as db:
        outbox.postpone(db, message, time() + timedelta(minutes=5), "busy" * 100)
    assert claim(core) == []
    time.forward(minutes=5)
    assert claim(core) == [message]
    with core.database.write() as db:
        outbox.postpone(db, message, None, "no such number")
    time.forward(days=1)
    assert claim(core) == []
    with core.database.read() as db:
        assert outbox.params_of(db, db.get_one(OutboxMessage, message)) == {}


def test_neither_address_nor_code_is_readable_in_the_row(core, person):
    put(core, person)
    with core.database.read() as db:
        (row,) = rows(db, OutboxMessage)
        assert "34412331" not in row.recipient
        assert "123456" not in row.params
        assert outbox.recipient_of(db, row) == "+4534412331"


def test_housekeeping_forgets_what_was_sent_long_ago_and_nothing_that_waits(core, person, time):
    sent, waiting = put(core, person, 2)
    with core.database.write() as db:
        outbox.settle(db, sent, keep=False)
    time.forward(days=31)
    with core.database.write() as db:
        outbox.forget_old(db)
    with core.database.read() as db:
        assert [row.id for row in rows(db, OutboxMessage)] == [waiting]
