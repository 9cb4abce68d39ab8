"""Code devices: codes of the RFCs, registration by two codes in a row, drift, resynchronisation, each code once."""

import base64
from contextlib import contextmanager
from datetime import timedelta

import pytest

from app.core import account, clock, enrol, proof
from app.core.factor import CannotPrepare
from app.core.models import Citizen, Counter, Credential, Device
from app.factors.code_device import bringing, oath
from app.factors.code_device.records import Record, judged
from tests.support.moving import MovingClock
from tests.support.parallel import at_once
from tests.support.world import credential_of, make_citizen

SEED = b"12345678901234567890"
# RFC 4226 appendix D: counters 0 to 9.
HOTP = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
# RFC 6238 appendix B: seconds, then the code of eight digits for SHA-1, SHA-256 and SHA-512.
TOTP = [
    (59, "94287082", "46119246", "90693936"),
    (1111111109, "07081804", "68084774", "25091201"),
    (1111111111, "14050471", "67062674", "99943326"),
    (1234567890, "89005924", "91819424", "93441116"),
    (2000000000, "69279037", "90698825", "38618901"),
    (20000000000, "65353130", "77737706", "47863826"),
]


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


def bring(core, *records):
    """Bring devices in; they are displays where nothing else is said."""
    return bringing.bring_in(core.database, map(judged, records), form="display", on_bad=pytest.fail)


def begin(core, person, serial):
    """Begin a registration as the pages do: what a refusal counts is kept."""
    with core.database.write() as db:
        try:
            return enrol.prepare(core, db, db.get_one(Citizen, person.id), "code_device", {"serial": serial}).id
        except CannotPrepare as error:
            refused = error
    raise refused


@contextmanager
def locked(core, credential_id):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        yield core.context(db, db.get_one(Citizen, credential.citizen_id)), credential


def prove(core, credential_id, code):
    with locked(core, credential_id) as (context, credential):
        return enrol.prove(core, context.db, context.citizen, credential, {}, {"code": code})


def judge(core, credential_id, code):
    with locked(core, credential_id) as (context, credential):
        return proof.judge(context, core.factors["code_device"], credential, {}, {"code": code}).reason


def hotp(place):
    return oath.code_at(SEED, place, digits=6, algorithm="sha1")


def totp(moment, steps=0):
    return oath.code_at(SEED, int(moment.timestamp()) // 30 + steps, digits=6, algorithm="sha1")


def device_of(core):
    with core.database.read() as db:
        return db.query(Device).one()


def counted(core, place=0):
    """A registered HOTP device whose next counter is `place` + 2."""
    bring(core, Record("A-1", "hotp", SEED, counter=place))
    made = begin(core, make_citizen(core), "a 1")
    assert prove(core, made, hotp(place)).verdict.ok
    assert prove(core, made, hotp(place + 1)).active
    return made


def timed(core, time, ahead=0):
    """A registered TOTP device whose clock is `ahead` steps ahead; its next code is a step later."""
    bring(core, Record("T-1", "totp", SEED))
    made = begin(core, make_citizen(core), "T1")
    assert prove(core, made, totp(time.time, ahead)).verdict.ok
    time.forward(seconds=30)
    assert prove(core, made, totp(time.time, ahead)).active
    time.forward(seconds=30)
    return made


@pytest.mark.parametrize(("place", "code"), list(enumerate(HOTP)))
def test_the_codes_of_rfc_4226(place, code):
    assert oath.code_at(SEED, place, digits=6, algorithm="sha1") == code


@pytest.mark.parametrize(("seconds", "sha1", "sha256", "sha512"), TOTP)
def test_the_codes_of_rfc_6238(seconds, sha1, sha256, sha512):
    for algorithm, size, code in (("sha1", 20, sha1), ("sha256", 32, sha256), ("sha512", 64, sha512)):
        seed = (SEED * 4)[:size]
        assert oath.code_at(seed, seconds // 30, digits=8, algorithm=algorithm) == code


def test_two_codes_in_a_row_register_a_counted_device(core, time):
    bring(core, Record("A-1", "hotp", SEED))
    made = begin(core, make_citizen(core), " a1 ")
    first = prove(core, made, hotp(7))
    assert (first.verdict.ok, first.done, first.active) == (True, 1, False)
    assert prove(core, made, hotp(7)).verdict.reason == "used"
    skipped = prove(core, made, hotp(9))
    assert (skipped.verdict.reason, skipped.done) == ("not_next", 1)
    assert prove(core, made, hotp(10)).active
    assert device_of(core).floor == 10
    assert credential_of(core, made).failures == 0


@pytest.mark.parametrize(("place", "reason"), [(0, ""), (19, ""), (20, "wrong"), (500, "wrong")])
def test_a_counted_device_is_looked_for_within_twenty(core, time, place, reason):
    bring(core, Record("A-1", "hotp", SEED))
    assert prove(core, begin(core, make_citizen(core), "A1"), hotp(place)).verdict.reason == reason


@pytest.mark.parametrize(("ahead", "reason"), [(-10, ""), (10, ""), (-11, "wrong"), (11, "wrong")])
def test_a_timed_device_may_be_ten_steps_off_at_first(core, time, ahead, reason):
    bring(core, Record("T-1", "totp", SEED))
    assert prove(core, begin(core, make_citizen(core), "T1"), totp(time.time, ahead)).verdict.reason == reason


def test_drift_is_learnt_and_followed(core, time):
    made = timed(core, time, ahead=7)
    assert device_of(core).drift == 7
    assert judge(core, made, totp(time.time, 8)) == ""
    assert device_of(core).drift == 8
    time.forward(days=30)
    assert judge(core, made, totp(time.time, 9)) == ""
    time.forward(seconds=60)
    assert judge(core, made, totp(time.time, 11)) == "next"
    time.forward(seconds=30)
    assert judge(core, made, totp(time.time, 11)) == ""
    assert device_of(core).drift == 11


def test_a_timed_code_without_the_next_is_not_enough_when_far_off(core, time):
    made = timed(core, time)
    time.forward(minutes=10)
    assert judge(core, made, totp(time.time, 5)) == "next"
    assert judge(core, made, totp(time.time, 5)) == "next"
    time.forward(seconds=60)
    assert judge(core, made, totp(time.time, 5)) == "next"
    assert credential_of(core, made).failures == 0


def test_a_counted_device_is_resynchronised_by_two_in_a_row(core, time):
    made = counted(core)
    assert judge(core, made, hotp(4)) == ""
    assert judge(core, made, hotp(8)) == "next"
    assert judge(core, made, hotp(10)) == "next"
    assert judge(core, made, hotp(11)) == ""
    assert judge(core, made, hotp(9)) == "used"
    assert judge(core, made, hotp(31)) == "next"
    assert judge(core, made, hotp(32)) == ""
    assert device_of(core).floor == 32
    assert judge(core, made, hotp(53)) == "wrong"


def test_no_code_is_used_twice_whatever_the_clock_does(core, time):
    made = timed(core, time)
    code = totp(time.time)
    assert judge(core, made, code) == ""
    for seconds in (0, 30, -90, -30):
        time.forward(seconds=seconds)
        assert judge(core, made, code) == "used"
    assert credential_of(core, made).failures == 0


def test_of_fifty_at_once_one_wins(core, time):
    made = counted(core)
    reasons = at_once(50, lambda _number: judge(core, made, hotp(2)))
    assert reasons.count("") == 1
    assert set(reasons) == {"", "used"}


def test_of_two_citizens_at_once_one_gets_the_device(core, time):
    bring(core, Record("A-1", "hotp", SEED))
    people = [make_citizen(core, f"kirsten{number}") for number in range(2)]
    begun = [begin(core, person, "A1") for person in people]
    for made in begun:
        assert prove(core, made, hotp(0)).verdict.ok
    ended = at_once(2, lambda number: prove(core, begun[number], hotp(1)))
    assert [one.active for one in ended].count(True) == 1
    assert {one.verdict.reason for one in ended} <= {"", "used", "taken"}


def test_unknown_and_taken_serials_are_refused_alike_and_throttled(core, time):
    counted(core)
    other = make_citizen(core, "niels1")
    for serial in ("A-1", "B-2", "\u202ex", ""):
        with pytest.raises(CannotPrepare) as refused:
            begin(core, other, serial)
        assert (refused.value.field, refused.value.code, refused.value.until) == ("serial", "unknown_serial", None)
    with pytest.raises(CannotPrepare):
        begin(core, other, "B-3")
    with pytest.raises(CannotPrepare) as waiting:
        begin(core, other, "A-1")
    assert waiting.value.code == "wait"
    assert waiting.value.until > time.time
    with core.database.read() as db:
        assert db.get_one(Counter, f"device:{other.id}").failures == 5


def test_a_right_serial_is_no_failed_try(core, time):
    bring(core, Record("A-1", "hotp", SEED))
    person = make_citizen(core)
    for _ in range(8):
        begin(core, person, "A-1")


def test_a_removed_device_is_free_again_and_its_codes_stay_used(core, time):
    made = counted(core)
    with core.database.write() as db:
        credential = db.get_one(Credential, made)
        account.close(db, db.get_one(Citizen, credential.citizen_id))
    again = begin(core, make_citizen(core, "niels1"), "A-1")
    assert prove(core, again, hotp(1)).verdict.reason == "used"
    assert prove(core, again, hotp(2)).verdict.ok
    assert prove(core, again, hotp(3)).active


def test_twenty_wrong_codes_disable_the_device(sqlite_core, time):
    made = counted(sqlite_core)
    for _ in range(19):
        assert judge(sqlite_core, made, "000000") == "wrong"
        time.forward(hours=1)
    assert judge(sqlite_core, made, "000000") == "disabled"
    assert judge(sqlite_core, made, hotp(2)) == "disabled"


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "٣٣٣٣٣٣"])
def test_a_malformed_code_is_no_guess(sqlite_core, time, code):
    made = counted(sqlite_core)
    assert judge(sqlite_core, made, code) == "malformed"
    assert credential_of(sqlite_core, made).failures == 0


def test_nothing_of_the_seed_stands_readable(core, time):
    made = counted(core)
    stored = str(vars(device_of(core))) + str(vars(credential_of(core, made)))
    for secret in (SEED.hex(), SEED.decode(), base64.b32encode(SEED).decode()):
        assert secret not in stored


def test_a_device_unused_for_years_is_found_again(core, time):
    made = timed(core, time)
    time.forward(seconds=timedelta(days=900).total_seconds())
    assert judge(core, made, totp(time.time, -9)) == "next"
    time.forward(seconds=30)
    assert judge(core, made, totp(time.time, -9)) == ""
