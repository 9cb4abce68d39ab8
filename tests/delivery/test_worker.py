"""The worker: a call that lasts holds nothing up, is not made twice, and is ended when the portal stops."""

import asyncio
import contextlib
from datetime import timedelta

import pytest

from app.core import clock, outbox
from app.core.models import Citizen, OutboxMessage
from app.delivery import worker as under_test
from app.delivery.message import DeliveryFailed
from app.delivery.worker import Worker
from tests.support.world import make_citizen


class Gateway:
    """Takes messages; `until` keeps each one until it is set. `fails` is raised by each."""

    def __init__(self, until=None, fails=None):
        self.until, self.fails = until, fails
        self.begun, self.done, self.ended = [], asyncio.Event(), asyncio.Event()

    async def send(self, message):
        self.begun.append(message.reference)
        try:
            if self.fails:
                raise self.fails
            if self.until:
                await self.until.wait()
        finally:
            self.ended.set()
        self.done.set()


@pytest.fixture
def put(sqlite_core):
    person = make_citizen(sqlite_core)

    def put(channel):
        with sqlite_core.database.write() as db:
            citizen = db.get_one(Citizen, person.id)
            params = {"code": "407315"}
            return outbox.put(
                db, channel, "+4534412331", "audio.code", params, citizen=citizen, useful_for=timedelta(minutes=10)
            )

    return put


@contextlib.asynccontextmanager
async def working(core, gateways):
    worker = Worker(core.database, gateways, lambda *_: ("", "407315"), keep=False)
    task = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def row(core, reference):
    with core.database.read() as db:
        return db.get_one(OutboxMessage, reference)


async def until(true, within_s=5):
    async with asyncio.timeout(within_s):
        while not true():
            await asyncio.sleep(0.01)


def test_an_email_does_not_wait_for_the_end_of_a_call(sqlite_core, put):
    async def run():
        over = asyncio.Event()
        call, email = Gateway(over), Gateway()
        calling = put("call")
        async with working(sqlite_core, {"call": call, "email": email}):
            await until(lambda: call.begun)
            put("email")
            await asyncio.wait_for(email.done.wait(), 5)
            assert row(sqlite_core, calling).sent_at is None
            over.set()
            await until(lambda: row(sqlite_core, calling).sent_at is not None)
        assert call.begun == [calling]

    asyncio.run(run())


def test_a_call_that_lasts_is_held(sqlite_core, put, monkeypatch):
    monkeypatch.setattr(under_test, "HOLD_SECONDS", 0.02)

    async def run():
        call = Gateway(asyncio.Event())
        calling = put("call")
        async with working(sqlite_core, {"call": call}):
            await until(lambda: call.begun)
            claimed = row(sqlite_core, calling).next_try_at
            await until(lambda: row(sqlite_core, calling).next_try_at > claimed)
            assert row(sqlite_core, calling).next_try_at > clock.now() + timedelta(seconds=100)

    asyncio.run(run())


def test_a_call_is_ended_when_the_portal_stops(sqlite_core, put):
    async def run():
        call = Gateway(asyncio.Event())
        put("call")
        async with working(sqlite_core, {"call": call}):
            await until(lambda: call.begun)
        assert call.ended.is_set()
        assert not call.done.is_set()

    asyncio.run(run())


@pytest.mark.parametrize("channel", ["call", "email"])
def test_a_gateway_that_breaks_is_tried_again_later_and_not_at_once(sqlite_core, put, channel):
    async def run():
        gateway = Gateway(fails=ZeroDivisionError("never in a log of ours"))
        reference = put(channel)
        async with working(sqlite_core, {channel: gateway}):
            await until(lambda: row(sqlite_core, reference).failure)
        kept = row(sqlite_core, reference)
        assert kept.failure == "sending broke: ZeroDivisionError"
        assert kept.next_try_at > clock.now() + timedelta(seconds=10)

    asyncio.run(run())


def test_a_call_that_failed_for_good_is_not_made_again(sqlite_core, put):
    async def run():
        gateway = Gateway(fails=DeliveryFailed("nobody pressed 1", permanent=True))
        reference = put("call")
        async with working(sqlite_core, {"call": gateway}):
            await until(lambda: row(sqlite_core, reference).failure)
        assert row(sqlite_core, reference).next_try_at is None
        with sqlite_core.database.read() as db:
            assert outbox.params_of(db, row(sqlite_core, reference)) == {}

    asyncio.run(run())


def test_nobodys_message_is_taken_up_like_any_other_and_sent_nowhere(sqlite_core, put):
    """So the worker does as much for an unknown user as for a known one (`app.recovery.flow`)."""
    gateway, soon = Gateway(), timedelta(minutes=10)
    with sqlite_core.database.write() as db:
        outbox.put_nowhere(db, "sms", "contact.code", {"code": "112233"}, language="da", useful_for=soon)
        nobodys = db.query(OutboxMessage).one().id
    somebodys = put("sms")

    async def run():
        async with working(sqlite_core, {"sms": gateway}):
            await until(lambda: row(sqlite_core, nobodys).sent_at and row(sqlite_core, somebodys).sent_at, 60)

    asyncio.run(run())
    assert gateway.begun == [somebodys]
    assert (row(sqlite_core, nobodys).next_try_at, row(sqlite_core, nobodys).failure) == (None, outbox.NOBODY)
    with sqlite_core.database.read() as db:
        assert [message.id for message in outbox.recent(db)] == [somebodys]
