"""Sends what lies in the outbox: woken by each commit that adds to it, and every two seconds for the retries."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from app.core import clock, drafts, outbox, sessions, throttle
from app.core.db import Database
from app.delivery.backoff import next_try
from app.delivery.message import DeliveryFailed, Gateway, Message

log = logging.getLogger(__name__)

PAUSE_SECONDS = 2.0
CLEAN_SECONDS = 3600.0
HOLD_SECONDS = outbox.CLAIM.total_seconds() / 4

# purpose, language, params, recipient's channel -> subject and body
Compose = Callable[[str, str, Mapping[str, object], str], tuple[str, str]]


@dataclass(frozen=True)
class _Job:
    message: Message
    created_at: datetime
    tries: int
    useless_after: datetime | None


class Worker:
    """One for each process; no two take the same message."""

    def __init__(self, database: Database, gateways: Mapping[str, Gateway], compose: Compose, *, keep: bool) -> None:
        self._database, self._gateways, self._compose, self._keep = database, gateways, compose, keep
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._calls: set[asyncio.Task[None]] = set()

    def wake_from_thread(self) -> None:
        """Something was committed to the outbox."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self) -> None:
        """Send until cancelled; then the calls that go on are ended. A failure of the database is tried again."""
        self._loop = asyncio.get_running_loop()
        try:
            await self._work()
        finally:
            for call in self._calls:
                call.cancel()
            await asyncio.gather(*self._calls, return_exceptions=True)

    async def _work(self) -> None:
        assert self._loop is not None
        cleaned = 0.0
        while True:
            try:
                if self._loop.time() - cleaned > CLEAN_SECONDS:
                    await run_in_threadpool(self._clean)
                    cleaned = self._loop.time()
                while jobs := await run_in_threadpool(self._claim):
                    self._begin_calls([job for job in jobs if job.message.channel == "call"])
                    await asyncio.gather(*(self._send(job) for job in jobs if job.message.channel != "call"))
            except Exception:
                log.exception("the outbox could not be read")
            self._wake.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), PAUSE_SECONDS)

    def _claim(self) -> list[_Job]:
        with self._database.read() as db:
            if not outbox.any_due(db):
                return []
        with self._database.write() as db:
            return [
                _Job(
                    Message(
                        channel=row.channel,
                        recipient=outbox.recipient_of(db, row),
                        subject=words[0],
                        body=words[1],
                        lang=row.language,
                        reference=row.id,
                        form=str(params.get("form", "")),
                        code=str(params.get("code", "")),
                    ),
                    row.created_at,
                    row.tries,
                    row.useless_after,
                )
                for row in outbox.claim(db)
                for params in [outbox.params_of(db, row)]
                for words in [self._compose(row.purpose, row.language, params, row.channel)]
            ]

    def _begin_calls(self, jobs: list[_Job]) -> None:
        """A call lasts for minutes: nothing waits for its end."""
        for job in jobs:
            call = asyncio.create_task(self._call(job))
            self._calls.add(call)
            call.add_done_callback(self._calls.discard)

    async def _call(self, job: _Job) -> None:
        holding = asyncio.create_task(self._hold(job))
        try:
            await self._send(job)
        except Exception:
            log.exception("message %s could not be settled", job.message.reference)
        finally:
            holding.cancel()

    async def _hold(self, job: _Job) -> None:
        while True:
            await asyncio.sleep(HOLD_SECONDS)
            with contextlib.suppress(SQLAlchemyError):  # the claim is longer than several of these
                await run_in_threadpool(self._held, job)

    def _held(self, job: _Job) -> None:
        with self._database.write() as db:
            outbox.hold(db, job.message.reference)

    async def _send(self, job: _Job) -> None:
        gateway = self._gateways.get(job.message.channel)
        try:
            if not job.message.recipient:  # nobody's (`outbox.put_nowhere`)
                return await run_in_threadpool(self._settle, job)
            if gateway is None:
                raise DeliveryFailed("no gateway for this channel", permanent=True)
            await gateway.send(job.message)
        except DeliveryFailed as failure:
            await run_in_threadpool(self._postpone, job, failure)
        except Exception as error:
            log.exception("message %s: sending broke", job.message.reference)
            failure = DeliveryFailed(f"sending broke: {type(error).__name__}", permanent=False)
            await run_in_threadpool(self._postpone, job, failure)
        else:
            await run_in_threadpool(self._settle, job)

    def _settle(self, job: _Job) -> None:
        with self._database.write() as db:
            outbox.settle(db, job.message.reference, keep=self._keep)

    def _postpone(self, job: _Job, failure: DeliveryFailed) -> None:
        now = clock.now()
        again = None if failure.permanent else next_try(job.tries, now)
        if again and job.useless_after and again >= job.useless_after:
            again = None
        log.warning("message %s not sent: %s", job.message.reference, failure.reason)
        with self._database.write() as db:
            outbox.postpone(db, job.message.reference, again, failure.reason)

    def _clean(self) -> None:
        with self._database.write() as db:
            sessions.forget_old(db)
            drafts.forget_old(db)
            throttle.forget_old(db)
            outbox.forget_old(db)
