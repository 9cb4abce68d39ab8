"""Recovery codes: ten, each once, never above Substantial, and the citizen is told."""

# ruff: noqa: F811  (fixtures of another room)

import pytest

from app.core import enrol, login, proof
from app.core.assurance import Level
from app.core.login import LoggedOn
from app.core.models import Citizen
from app.factors.recovery_codes import FACTOR, check
from tests.core.conftest import person, time  # noqa: F401  (fixtures)
from tests.support.account import notices_sent as sent_messages
from tests.support.logging_on import HERE, start
from tests.support.world import credential_of, give_factor


def codes_of(core, credential_id):
    return check.codes(core.database.keys, credential_of(core, credential_id))


def try_code(core, person, code):
    session = start(core, person)
    login.choose(core, session.id, person.credentials["recovery_codes"])
    return login.answer(core, session.id, {"code": code}, HERE)


@pytest.fixture
def codes(core, person):
    return codes_of(core, give_factor(core, person, "recovery_codes"))


def purposes(core):
    return [item[0] for item in sent_messages(core)]


def test_there_are_ten_of_ten_digits_and_no_two_lists_are_the_same(core, person, codes):
    other = codes_of(core, give_factor(core, person, "recovery_codes"))
    assert len(codes) == len(set(codes)) == 10
    assert all(len(code) == 10 and code.isdigit() for code in codes)
    assert not set(codes) & set(other)


def test_each_code_logs_on_once_in_any_order_and_the_citizen_is_told(core, person, codes):
    for number, code in enumerate(reversed(codes), 1):
        assert isinstance(try_code(core, person, code), LoggedOn)
        assert purposes(core).count("recovery_codes.used") == 2 * number
    assert purposes(core).count("recovery_codes.few_left") == 2
    assert [try_code(core, person, code).reason for code in codes] == ["used"] * 10


def test_what_can_be_wrong_with_a_code_has_its_own_words(core, person, codes):
    give_factor(core, person, "recovery_codes")
    reasons = [try_code(core, person, code).reason for code in (codes[0], "12345", "0" * 10)]
    assert reasons == ["other_card", "malformed", "wrong"]
    assert set(reasons) - {"malformed"} <= set(FACTOR.pages.wrong)


def test_they_never_reach_high(core, person, codes):
    with core.database.write() as db:
        db.get_one(Citizen, person.id).identity_level = 3
    outcome = try_code(core, person, codes[4])
    assert isinstance(outcome, LoggedOn)
    assert outcome.level == Level.SUBSTANTIAL


def test_ten_wrong_codes_disable_them_and_nothing_else(core, person, codes, time):
    for _ in range(10):
        try_code(core, person, "0000000000")
        time.forward(hours=1)
    assert credential_of(core, person.credentials["recovery_codes"]).status == "disabled"
    assert login.choose(core, start(core, person).id, person.credentials["recovery_codes"]).reason == "void"
    assert credential_of(core, person.credentials["code_card"]).status == "active"


def test_they_are_asked_last_even_where_they_were_used_last(core, person, codes):
    assert isinstance(try_code(core, person, codes[0]), LoggedOn)
    assert start(core, person).challenge["credential"] == person.credentials["code_card"]


def test_one_named_code_proves_the_list_and_is_not_used_up(core, person):
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        made = enrol.prepare(core, db, citizen, "recovery_codes", {})
        question = FACTOR.ask(core.context(db, citizen), made, requested=False)
        listed = check.codes(core.database.keys, made)
        others = [code for code in listed if code != listed[question["number"] - 1]]
        wrong = enrol.prove(core, db, citizen, made, question, {"code": others[0]})
        right = enrol.prove(core, db, citizen, made, question, {"code": listed[question["number"] - 1]})
        assert wrong.verdict.reason == "wrong"
        assert right.active
        assert check.left(made) == 10


def test_they_are_offered_to_nobody_as_a_first_way(core):
    assert "recovery_codes" not in [factor.kind for factor in core.factors.offered()]
    assert "recovery_codes" in core.factors


def test_what_takes_the_place_of_a_high_factor_is_capped_until_a_person_has_seen_the_citizen(core, person):
    """A level-High factor is replaced only in person."""
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        citizen.identity_level = 3
        assert enrol.cap(core, db, citizen, Level.SUBSTANTIAL) is None, "the first one is bound freely"
    give_factor(core, person, "security_key")
    factor = core.factors["security_key"]
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        assert enrol.cap(core, db, citizen, Level.HIGH) is None
        assert enrol.cap(core, db, citizen, Level.SUBSTANTIAL) == Level.SUBSTANTIAL
        made = enrol.prepare(core, db, citizen, "security_key", {}, by=Level.SUBSTANTIAL)
        made.status, made.activated_at = "active", made.created_at
        db.flush()
        assert login.reached_by(core, citizen, made) == Level.SUBSTANTIAL
        assert proof.level_of(factor, made) == Level.SUBSTANTIAL
        enrol.remove(db, citizen, made.id)
        assert enrol.cap(core, db, citizen, Level.SUBSTANTIAL) == Level.SUBSTANTIAL, "a cap does not go with its key"
        again = enrol.prepare(core, db, citizen, "security_key", {}, by=Level.SUBSTANTIAL)
        again.status, again.activated_at = "active", again.created_at
        db.flush()
        assert enrol.confirm_in_person(db, citizen, clerk="B-12", identified="passport") == 2, "the removed one too"
        assert login.reached_by(core, citizen, again) == Level.HIGH
