"""From the page to the telephone and back: a call that was not asked for ends the log-on that asked for it."""

import asyncio
import contextlib
import logging
import random
import re
from functools import partial

from aiortp import PayloadType, get_codec
from sqlalchemy import select

from app.core import events, login, outbox, reported, sessions
from app.core.login import Browser
from app.core.models import OutboxMessage
from app.delivery.sip import SipCalls, Tempo
from app.delivery.telephone_sound import said
from app.delivery.trunk import Trunk
from app.delivery.worker import Worker
from app.ui.messages import Composer
from tests.support.world import PASSWORD, give_factor, make_citizen
from tools.telephone import Telephone


def test_key_9_ends_the_log_on_and_no_code_stays_anywhere(sqlite_core, caplog):
    core = sqlite_core
    caplog.set_level(logging.DEBUG)
    person = make_citizen(core, email="kirsten@example.dk")
    audio = give_factor(core, person, "audio_code", {"phone": "34 41 23 31"})
    token = login.start(core, person.user_id, PASSWORD, Browser()).token
    with core.database.read() as db:
        session = sessions.find(db, token)
    login.choose(core, session.id, audio, requested=True)
    with core.database.read() as db:
        call = db.scalar(select(OutboxMessage).where(OutboxMessage.channel == "call"))
        code = outbox.params_of(db, call)["code"]
    asyncio.run(deliver(core, call.id))

    assert not sessions.is_alive(row(core, token))
    assert login.answer(core, session.id, {"code": code}, Browser()).reason == "void"
    with core.database.read() as db:
        assert events.of_citizen(db, person.id, 1)[0].kind == "audio.not_asked"
        assert outbox.params_of(db, db.get_one(OutboxMessage, call.id)) == {}
        told = db.scalars(select(OutboxMessage).where(OutboxMessage.purpose == "audio.not_asked")).all()
        assert [message.channel for message in told] == ["email"]
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not re.search(rf"{code}|34412331|(?<!\d)\d{{6}}(?!\d)", logged)


async def deliver(core, reference):
    """Run the portal's worker until the call is over; whoever answers presses 1, hears the code begin, presses 9."""
    port = random.randrange(31_000, 40_000, 2)
    async with Telephone() as phone:
        gateway = SipCalls(
            Trunk(phone.uri, caller="+4570101010"),
            ports=(port, port + 20),
            report=partial(reported.report, core),
            tempo=Tempo(listen_s=5, longest_s=20, frame_s=0.0005),
        )
        worker = Worker(core.database, {"call": gateway}, Composer.of(core.settings).compose, keep=False)
        work = asyncio.create_task(worker.run())
        await phone.hears(clip("press_1"))
        phone.press("1")
        await phone.hears(clip("your_code_is"))
        phone.press("9")
        await asyncio.wait_for(phone.ended.wait(), 10)
        async with asyncio.timeout(5):
            while row_of(core, reference).sent_at is None:
                await asyncio.sleep(0.01)
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work


def clip(name):
    return get_codec(PayloadType.PCMA).decode(said([("da", name)]).rstrip(b"\xd5"))


def row(core, token):
    with core.database.read() as db:
        return sessions.find(db, token)


def row_of(core, reference):
    with core.database.read() as db:
        return db.get_one(OutboxMessage, reference)
