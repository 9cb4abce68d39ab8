"""The security key: registration, assertions, and everything that is not one."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from app.core import login
from app.core.assurance import Level
from app.core.login import Browser, LoggedOn
from app.core.models import Citizen, Credential, Event, Session
from app.factors.security_key import check, options
from tests.support.authenticator import SoftKey
from tests.support.keys import ask, begin, give_key, judge, prove
from tests.support.world import PASSWORD, credential_of, make_citizen

BROWSER = Browser("192.0.2.1", "Firefox", "device")


def alone(core, key):
    """Log on with the key alone: the outcome."""
    token = login.begin_alone(core, "security_key", BROWSER)
    return login.answer_alone(core, token, {"response": key.answer(challenge_of(core, token))}, BROWSER)


def challenge_of(core, token):
    with core.database.read() as db:
        session = login.sessions.find(db, token)
        return options.assertion(core.context(db, None), None, session.challenge["question"])


def events_of(core, kind):
    with core.database.read() as db:
        return db.scalars(select(Event).where(Event.kind == kind)).all()


@pytest.fixture
def person(core):
    return make_citizen(core)


@pytest.fixture
def key():
    return SoftKey()


@pytest.fixture
def registered(core, person, key):
    return give_key(core, person, key)


def test_registration_and_one_use_activate_a_key(core, registered, key):
    credential = credential_of(core, registered)
    assert (credential.status, credential.proofs, credential.counter) == ("active", 2, 1)
    assert check.base64url_to_bytes(credential.data["credential_id"]) == key.id
    assert credential.secret is None


def test_a_registration_cannot_be_sent_twice_as_both_proofs(core, person, key):
    pending = begin(core, person)
    question, asked = ask(core, pending)
    response = key.register(asked)
    assert prove(core, pending, question, response).verdict.ok
    assert prove(core, pending, question, response).verdict.reason == "void"
    assert credential_of(core, pending).status == "pending"


def test_what_the_browser_is_asked_for(core, person, registered):
    _, asked = ask(core, begin(core, person))
    wanted = json.loads(asked)
    assert wanted["rp"] == {"id": "localhost", "name": "Overgang"}
    assert wanted["attestation"] == "none"
    assert wanted["authenticatorSelection"]["residentKey"] == "preferred"
    assert wanted["authenticatorSelection"]["userVerification"] == "preferred"
    assert wanted["user"]["name"] == person.user_id
    known = credential_of(core, registered).data
    assert wanted["user"]["id"] == known["user_handle"]
    assert [item["id"] for item in wanted["excludeCredentials"]] == [known["credential_id"]]
    assert person.id not in asked


def test_a_key_belongs_to_one_citizen(core, registered, key):
    pending = begin(core, make_citizen(core, "another1", cpr="6111800002"))
    question, asked = ask(core, pending)
    assert prove(core, pending, question, key.register(asked)).verdict.reason == "used"
    assert credential_of(core, pending).proofs == 0
    assert "public_key" not in credential_of(core, pending).data


@pytest.mark.parametrize(
    ("verifies", "synchronised", "level"),
    [(True, False, Level.HIGH), (False, False, Level.SUBSTANTIAL), (True, True, Level.SUBSTANTIAL)],
)
def test_the_level_follows_verification_and_binding(core, registered, key, verifies, synchronised, level):
    key.verifies, key.synchronised = verifies, synchronised
    question, asked = ask(core, registered)
    assert judge(core, registered, question, key.answer(asked)).level == level


def test_another_challenge_is_void(core, registered, key):
    question, _ = ask(core, registered)
    _, later = ask(core, registered)
    assert judge(core, registered, question, key.answer(later)).reason == "void"


@pytest.mark.parametrize(
    ("wrongly", "reason"),
    [
        ({"origin": "https://overgang.example"}, "wrong"),
        ({"origin": "http://localhost:8001"}, "wrong"),
        ({"rp_id": "example.dk"}, "wrong"),
        ({"private": SoftKey().private}, "wrong"),
        ({"id": b"another"}, "unknown"),
        ({"user_handle": "YW5vdGhlcg"}, "unknown"),
    ],
)
def test_a_wrong_answer_says_what_is_wrong(core, registered, key, wrongly, reason):
    for name, value in wrongly.items():
        setattr(key, name, value)
    question, asked = ask(core, registered)
    assert judge(core, registered, question, key.answer(asked)).reason == reason


def test_a_count_that_goes_back_is_refused_and_noted(core, registered, key):
    key.count = 7
    question, asked = ask(core, registered)
    assert judge(core, registered, question, key.answer(asked)).ok
    key.count = 7 - 1
    question, asked = ask(core, registered)
    assert judge(core, registered, question, key.answer(asked)).reason == "wrong"
    assert credential_of(core, registered).counter == 8
    assert len(events_of(core, "factor.counter_regressed")) == 1


def test_a_key_that_does_not_count_is_used_again_and_again(core, registered, key):
    with core.database.write() as db:
        db.get_one(Credential, registered).counter = 0
    for _ in range(3):
        key.count = -1
        question, asked = ask(core, registered)
        assert judge(core, registered, question, key.answer(asked)).ok


def test_a_key_alone_logs_on_and_its_answer_is_good_once(core, person, registered, key):
    token = login.begin_alone(core, "security_key", BROWSER, "/hjaelp")
    response = key.answer(challenge_of(core, token))
    outcome = login.answer_alone(core, token, {"response": response}, BROWSER)
    assert isinstance(outcome, LoggedOn)
    assert (outcome.citizen_id, outcome.return_to) == (person.id, "/hjaelp")
    for used in (token, outcome.token, login.begin_alone(core, "security_key", BROWSER)):
        assert login.answer_alone(core, used, {"response": response}, BROWSER).reason == "void"


def test_an_answer_belongs_to_the_session_that_asked(core, registered, key):
    asked = login.begin_alone(core, "security_key", BROWSER)
    other = login.begin_alone(core, "security_key", BROWSER)
    response = key.answer(challenge_of(core, asked))
    assert login.answer_alone(core, other, {"response": response}, BROWSER).reason == "void"


def test_a_key_alone_must_verify_its_person(core, registered, key):
    key.verifies = False
    assert alone(core, key).reason == "unverified"
    assert credential_of(core, registered).failures == 0


def test_a_stranger_cannot_shut_a_citizen_out_with_wrong_answers(core, registered, key):
    right, key.private = key.private, SoftKey().private
    for _ in range(25):
        assert alone(core, key).reason == "wrong"
    key.private = right
    assert isinstance(alone(core, key), LoggedOn)
    assert len(events_of(core, "factor.wrong")) == 25


def test_an_unknown_or_removed_key_does_not_log_on(core, person, registered, key):
    assert alone(core, SoftKey(user_handle="YQ")).reason == "unknown"
    with core.database.write() as db:
        db.get_one(Credential, registered).status = "disabled"
    assert alone(core, key).reason in ("unknown", "disabled")


def test_after_the_password_the_key_is_the_second_factor(core, person, registered, key):
    key.verifies = False
    started = login.start(core, person.user_id, PASSWORD, BROWSER)
    with core.database.read() as db:
        session = login.sessions.find(db, started.token)
        context = core.context(db, db.get_one(Citizen, person.id))
        asked = options.assertion(context, db.get_one(Credential, registered), session.challenge["question"])
    assert json.loads(asked)["userVerification"] == "preferred"
    outcome = login.answer(core, session.id, {"response": key.answer(asked)}, BROWSER)
    assert isinstance(outcome, LoggedOn)
    with core.database.read() as db:
        assert db.get_one(Session, session.id).challenge is None


def test_of_twenty_threads_with_one_answer_exactly_one_logs_on(core, registered, key):
    token = login.begin_alone(core, "security_key", BROWSER)
    given = {"response": key.answer(challenge_of(core, token))}
    with ThreadPoolExecutor(20) as pool:
        outcomes = list(pool.map(lambda _: login.answer_alone(core, token, given, BROWSER), range(20)))
    assert sum(isinstance(outcome, LoggedOn) for outcome in outcomes) == 1
