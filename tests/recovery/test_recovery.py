"""Recovery in the core: what it needs, that it waits, that it is stopped at once, and who is told."""

from datetime import timedelta

import pytest

from app.core import account, outbox, recovery, sessions
from app.core.models import Citizen
from app.core.recovery import FACTOR, PASSWORD, NotOpen, NotProven, TooSoon
from tests.support.account import events_of, notices_sent
from tests.support.world import make_citizen

PROVEN = {PASSWORD: {"channel", "factor"}, FACTOR: {"password"}}
BACK = {PASSWORD: {"code"}, FACTOR: {"code", "password"}}
WAIT = timedelta(hours=24)


def request(core, person, kind, proofs=None, **more):
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        row = recovery.request(db, core.settings, citizen, kind, proofs or PROVEN[kind], **more)
        return row.serial, recovery.code_of(db, row), recovery.stop_code_of(db, row)


def come_back(core, person, proofs):
    with core.database.write() as db:
        return recovery.open_(db, db.get_one(Citizen, person.id), proofs).serial


def finish(core, person, serial):
    with core.database.write() as db:
        recovery.finish(db, db.get_one(Citizen, person.id), serial)


@pytest.mark.parametrize("kind", [PASSWORD, FACTOR])
def test_it_waits_then_opens_once(core, person, time, kind):
    serial, code, stop_code = request(core, person, kind)
    assert (len(code), len(stop_code)) == (12, 10)
    time.time += WAIT - timedelta(microseconds=1)
    with pytest.raises(NotOpen) as early:
        come_back(core, person, BACK[kind])
    assert (early.value.standing, early.value.until) == ("waiting", time.time + timedelta(microseconds=1))
    time.forward(microseconds=1)
    assert come_back(core, person, BACK[kind]) == serial
    finish(core, person, serial)
    with pytest.raises(NotOpen, match="done"):
        come_back(core, person, BACK[kind])
    with pytest.raises(NotOpen):
        finish(core, person, serial)
    assert events_of(core, person)[:3] == ["recovery.done", "recovery.opened", f"recovery.{kind}"]


@pytest.mark.parametrize(
    ("kind", "proofs"),
    [(PASSWORD, {"channel"}), (PASSWORD, {"factor"}), (PASSWORD, {"password"}), (FACTOR, {"channel", "factor"})],
)
def test_fewer_proofs_are_not_enough(core, person, kind, proofs):
    with pytest.raises(NotProven):
        request(core, person, kind, proofs)


@pytest.mark.parametrize(
    ("kind", "proofs"), [(PASSWORD, {"password"}), (FACTOR, {"code"}), (FACTOR, {"browser"}), (FACTOR, {"password"})]
)
def test_coming_back_needs_its_own_proofs(core, person, time, kind, proofs):
    request(core, person, kind)
    time.time += WAIT
    with pytest.raises(NotProven):
        come_back(core, person, proofs)


def test_every_step_is_told_on_every_channel_with_the_code_that_stops_it(core, person, time):
    serial, _code, stop_code = request(core, person, PASSWORD)
    time.time += WAIT
    come_back(core, person, {"browser"})
    finish(core, person, serial)
    for purpose in ("recovery.password", "recovery.opened"):
        assert {channel for what, channel, _to in notices_sent(core) if what == purpose} == {"email", "sms"}
    with core.database.read() as db:
        told = [outbox.params_of(db, item) for item in outbox.recent(db) if item.purpose == "recovery.password"]
    assert all(params["stop_code"] == stop_code for params in told)


def test_this_was_not_me_stops_it_at_once(core, person, time):
    serial, _code, stop_code = request(core, person, PASSWORD)
    time.time += WAIT
    come_back(core, person, {"code"})
    with core.database.write() as db:
        token, _session = sessions.create(db, core.settings, "recovered", citizen_id=person.id)
        assert recovery.stop_by_code(db, "0000000000") is None
        assert recovery.stop_by_code(db, stop_code).id == person.id
    with core.database.read() as db:
        assert not sessions.is_alive(sessions.find(db, token))
    with pytest.raises(NotOpen, match="stopped"):
        finish(core, person, serial)
    with core.database.write() as db:
        assert recovery.stop_by_code(db, stop_code) is None, "it is stopped once"
    assert ("recovery.stopped", "sms", "+4534412331") in notices_sent(core)


def test_a_blocked_or_closed_eid_recovers_nothing(core, person, time):
    request(core, person, FACTOR, letter="print")
    with core.database.write() as db:
        account.block(db, db.get_one(Citizen, person.id), "misuse")
    time.time += WAIT
    with pytest.raises(NotOpen):
        come_back(core, person, BACK[FACTOR])
    with pytest.raises(NotProven):
        request(core, person, FACTOR)
    with core.database.write() as db:
        account.close(db, db.get_one(Citizen, person.id))
        assert recovery.of(db, person.id) is None


def test_a_letter_goes_to_the_register_s_address_and_not_every_hour(core, person, time):
    _serial, code, _stop = request(core, person, FACTOR, letter="braille")
    with core.database.read() as db:
        letter = next(item for item in outbox.recent(db) if item.channel == "letter")
        said = outbox.params_of(db, letter)
        assert outbox.recipient_of(db, letter) == "6111800001"
    assert (said["code"], said["form"], said["name"]) == (code, "braille", "Kirsten Ørsted")
    time.forward(hours=23)
    with pytest.raises(TooSoon) as soon:
        request(core, person, FACTOR, letter="print")
    assert soon.value.until == time.time + timedelta(hours=1)
    time.forward(hours=1)
    _serial, fresh, _stop = request(core, person, FACTOR, letter="print")
    assert fresh != code
    with pytest.raises(NotOpen, match="waiting"):
        come_back(core, person, BACK[FACTOR])


def test_it_expires(core, person, time):
    request(core, person, FACTOR)
    time.forward(days=30)
    with pytest.raises(NotOpen, match="expired"):
        come_back(core, person, BACK[FACTOR])


def test_only_the_same_browser_comes_back_without_a_code(core, person):
    request(core, person, PASSWORD, device="device-1")
    with core.database.read() as db:
        row = recovery.under_way(db, person.id)
        assert recovery.is_same_browser(db, row, "device-1")
        assert not recovery.is_same_browser(db, row, "device-2")
        assert not recovery.is_same_browser(db, row, "")


def test_two_citizens_recoveries_are_strangers(core, person, time):
    other = make_citizen(core, "stranger", cpr="6111800002")
    serial, code, stop_code = request(core, person, FACTOR)
    strange = request(core, other, FACTOR)
    assert len({serial, code, stop_code, *strange}) == 6
    time.time += WAIT
    with pytest.raises(NotOpen):
        finish(core, other, serial)
