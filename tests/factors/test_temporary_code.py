"""The temporary code: given by a person, good for a day and five log-ons, and never a lasting way in."""

from datetime import timedelta

import pytest

from app.core import clock, enrol, events, in_person, login, proof
from app.core.enrol import LastWayIn
from app.core.factor import CannotPrepare
from app.core.in_person import CannotHelp
from app.core.models import Citizen, Credential
from app.core.sealed import digest
from app.factors.temporary_code import check
from tests.support.account import events_of, notices_sent
from tests.support.moving import MovingClock
from tests.support.parallel import at_once
from tests.support.world import credential_of, give_factor, make_citizen

CPR = "6111800001"
FACTS = {"clerk": "B-12", "identified": "passport"}


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def person(core, time):
    return citizen_with_cpr(core)


def citizen_with_cpr(core, status="active"):
    """A citizen who can be found by their CPR number."""
    person = make_citizen(core, email="kirsten@example.dk", mobile="+4520304050", status="active")
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        citizen.cpr_digest, citizen.status = digest(db, CPR, "cpr"), status
    return person


def issue(core):
    with core.database.write() as db:
        return check.issue(db, CPR, **FACTS)


def code_of(core, person):
    """The id of the citizen's newest temporary code."""
    with core.database.read() as db:
        return next(item.id for item in enrol.active(db, db.get_one(Citizen, person.id)) if item.kind == check.KIND)


def judge(core, credential_id, code):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        context = core.context(db, db.get_one(Citizen, credential.citizen_id))
        return proof.judge(context, core.factors[check.KIND], credential, {}, {"code": code}).reason


def other(code):
    return f"{(int(code) + 1) % 10**9:09d}"


def test_it_is_told_and_only_its_digest_is_kept(core, person):
    issued = issue(core)
    assert len(issued.code) == 9
    assert issued.until == clock.now() + timedelta(hours=24)
    stored = credential_of(core, code_of(core, person))
    assert issued.code not in str(vars(stored))
    assert issued.code not in repr(issued)
    told = sorted((purpose, channel) for purpose, channel, _to in notices_sent(core))
    assert told == [("factor.issued", "email"), ("factor.issued", "sms")]
    with core.database.read() as db:
        event = events.of_citizen(db, person.id)[0]
    assert (event.kind, event.detail["kind"]) == ("factor.issued", "temporary_code")
    assert {key: event.detail[key] for key in FACTS} == FACTS


def test_it_is_good_for_five_log_ons(core, person):
    issued = issue(core)
    made = code_of(core, person)
    assert [judge(core, made, issued.code) for _ in range(6)] == [""] * 5 + ["over"]
    with core.database.read() as db:
        assert login.usable(db, person.id) == []


def test_of_fifty_at_once_five_win(core, person):
    issued = issue(core)
    made = code_of(core, person)
    reasons = at_once(50, lambda _number: judge(core, made, issued.code))
    assert (reasons.count(""), reasons.count("over")) == (5, 45)


def test_it_is_good_for_a_day(core, person, time):
    issued = issue(core)
    made = code_of(core, person)
    time.forward(hours=23, minutes=59)
    assert judge(core, made, issued.code) == ""
    time.forward(minutes=1)
    assert judge(core, made, issued.code) == "over"
    with core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        assert (login.usable(db, person.id), enrol.active(db, citizen), enrol.shown(db, citizen)) == ([], [], [])


def test_five_wrong_tries_disable_it(core, person, time):
    issued = issue(core)
    made = code_of(core, person)
    for _ in range(4):
        assert judge(core, made, other(issued.code)) == "wrong"
        time.forward(minutes=10)
    assert judge(core, made, other(issued.code)) == "disabled"
    assert judge(core, made, issued.code) == "disabled"


@pytest.mark.parametrize("code", ["", "12345678", "1234567890", "12345678a", "٣٣٣٣٣٣٣٣٣"])
def test_a_malformed_code_is_no_guess(core, person, code):
    issue(core)
    made = code_of(core, person)
    assert judge(core, made, code) == "malformed"
    assert credential_of(core, made).failures == 0


def test_a_new_code_makes_the_one_before_void(core, person):
    first = issue(core)
    older = code_of(core, person)
    second = issue(core)
    assert judge(core, older, first.code) == "disabled"
    assert judge(core, code_of(core, person), first.code) == "wrong"
    assert judge(core, code_of(core, person), second.code) == ""


def test_nobody_gives_it_to_themselves(core, person):
    with core.database.write() as db, pytest.raises(CannotPrepare):
        enrol.prepare(core, db, db.get_one(Citizen, person.id), check.KIND, {})
    assert check.KIND not in {factor.kind for factor in core.factors.offered()}


def test_it_is_never_the_way_in_that_is_left(core, person, time):
    card = give_factor(core, person, "code_card")
    issue(core)
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        assert enrol.is_last(db, citizen, db.get_one(Credential, card))
        with pytest.raises(LastWayIn):
            enrol.remove(db, citizen, card)
        enrol.remove(db, citizen, code_of(core, person))
    time.forward(days=2)
    with core.database.write() as db, pytest.raises(LastWayIn):
        enrol.remove(db, db.get_one(Citizen, person.id), card)


def test_alone_it_cannot_be_removed_but_an_expired_one_can(core, person, time):
    issue(core)
    made = code_of(core, person)
    with core.database.write() as db, pytest.raises(LastWayIn):
        enrol.remove(db, db.get_one(Citizen, person.id), made)
    time.forward(days=2)
    with core.database.write() as db:
        enrol.remove(db, db.get_one(Citizen, person.id), made)


@pytest.mark.parametrize("status", ["blocked", "crossing", "closed"])
def test_only_an_active_eid_gets_one(core, time, status):
    citizen_with_cpr(core, status)
    with pytest.raises(CannotHelp, match=status):
        issue(core)


def test_a_stranger_is_refused(core, time):
    with pytest.raises(CannotHelp):
        issue(core)


def test_a_blocked_eid_is_opened_again(core, time):
    person = citizen_with_cpr(core, "blocked")
    with core.database.write() as db:
        in_person.reopen(db, CPR, **FACTS)
    with core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        assert (citizen.status, citizen.blocked_at) == ("active", None)
        assert events.of_citizen(db, person.id)[0].detail == FACTS
    assert events_of(core, person) == ["reopened"]
    assert ("reopened", "sms", "+4520304050") in notices_sent(core)
    with core.database.write() as db, pytest.raises(CannotHelp, match="active"):
        in_person.reopen(db, CPR, **FACTS)
