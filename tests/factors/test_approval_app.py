"""The approval app in the core: pairing, number matching, and what nobody else's key, code or replay can do."""

import json

import pytest

from app.core import clock, login, sessions
from app.core.login import LoggedOn
from app.core.models import Credential, Session
from app.factors.approval_app import device, pairing, signing
from tests.support.account import events_of, notices_sent
from tests.support.approving import SoftDevice, begin, code_of, give_app, number_of, prove, send
from tests.support.logging_on import HERE, session_of, start
from tests.support.moving import MovingClock
from tests.support.parallel import at_once
from tests.support.world import credential_of, make_citizen


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def person(core, time):
    return make_citizen(core, email="kirsten@example.dk")


@pytest.fixture
def phone():
    return SoftDevice()


@pytest.fixture
def app(core, person, phone):
    """An active app on the phone."""
    return give_app(core, person, phone)


@pytest.fixture
def session(core, person, app):
    """The browser that logs on, after the password."""
    return start(core, person)


def log_on(core, session):
    return login.answer(core, session.id, {}, HERE)


def other_number(number):
    return str(10 + (int(number) - 9) % 90)


# Pairing


def test_pairing_and_one_approval_activate_it(core, person, phone):
    app = begin(core, person)
    assert prove(core, app, {"step": "pair"}).verdict.reason == "waiting"
    assert phone.pair(core, code_of(core, app)).state == "paired"
    progress = prove(core, app, {"step": "pair"})
    assert (progress.verdict.ok, progress.active) == (True, False)
    assert prove(core, app, {"step": "pair"}).verdict.reason == "void"
    with core.database.write() as db:
        context = core.context(db, None)
        question = core.factors["approval_app"].ask(context, db.get_one(Credential, app), requested=True)
    assert phone.answer(core, question["request"], "approve", number_of(core, app)).state == "approved"
    assert prove(core, app, question).active


def test_the_code_is_kind_to_ear_hand_and_eye(core, person):
    code = code_of(core, begin(core, person))
    assert len(code) == 8
    assert not set(code) & set("0O1IBGSZDQVWN")
    assert pairing.fold(f" {code[:4].lower()}-{code[4:].lower()} ") == code
    assert pairing.fold("7hpk-4mzx") == "7HPK4M2X"


def test_a_code_is_good_once_and_its_secret_is_gone(core, person, phone):
    app = begin(core, person)
    code = code_of(core, app)
    assert code not in json.dumps(credential_of(core, app).data)
    phone.pair(core, code)
    assert SoftDevice().pair(core, code).state == "unknown"
    assert credential_of(core, app).secret is None


def test_a_code_expires_and_a_new_one_voids_it(core, person, phone, time):
    app = begin(core, person)
    old = code_of(core, app)
    time.forward(minutes=10)
    assert phone.pair(core, old).state == "expired"
    assert prove(core, app, {"step": "pair"}).verdict.reason == "expired"
    with core.database.write() as db:
        core.factors["approval_app"].ask(core.context(db, None), db.get_one(Credential, app), requested=True)
    assert phone.pair(core, old).state == "unknown"
    assert phone.pair(core, code_of(core, app)).state == "paired"


def test_pairing_needs_the_private_key(core, person, phone):
    code = code_of(core, begin(core, person))
    thief = SoftDevice()
    assert device.pair(core, code, phone.public_key, thief.pair_fields(code)["signature"], HERE).state == "refused"
    assert device.pair(core, code, "x", "y", HERE).state == "refused"
    elsewhere = SoftDevice(origin="https://overgang.example")
    assert elsewhere.pair(core, code).state == "refused"


def test_of_many_devices_one_takes_the_code(core, person):
    code = code_of(core, begin(core, person))
    devices = [SoftDevice() for _ in range(10)]
    states = [outcome.state for outcome in at_once(10, lambda number: devices[number].pair(core, code))]
    assert sorted(states) == ["paired", *["unknown"] * 9]


def test_codes_cannot_be_tried_for_ever(core, person, phone):
    for _ in range(core.settings.source_failures):
        device.pair(core, "AAAAAAAA", phone.public_key, "", HERE)
    assert phone.pair(core, code_of(core, begin(core, person))).state == "source"


def test_keys_that_are_none(phone):
    assert signing.read_key(phone.public_key) is not None
    for wrong in ("", "AAAA", phone.public_key + "=", phone.public_key[:-4] + "AAAA", "B" * 87, "ø"):
        assert signing.read_key(wrong) is None


# Log-on


def test_no_request_is_sent_by_a_password_alone(core, phone, session):
    assert phone.look(core).state == "idle"
    assert log_on(core, session).reason == "void"


def test_log_on_by_the_number(core, person, phone, app, session):
    question = send(core, session, app)
    waiting = phone.look(core).request
    assert (waiting.action, waiting.browser, waiting.account) == ("logon", "Firefox, Linux", "kirsten1")
    assert log_on(core, session).reason == "waiting"
    assert phone.answer(core, question["request"], "approve", number_of(core, app)).state == "approved"
    assert phone.look(core).state == "idle"
    outcome = log_on(core, session)
    assert isinstance(outcome, LoggedOn)
    assert outcome.level.term == "Substantial"


def test_an_approval_is_of_the_browser_that_asked_and_good_once(core, person, phone, app, session):
    question = send(core, session, app)
    other = start(core, person)
    phone.answer(core, question["request"], "approve", number_of(core, app))
    assert log_on(core, other).reason == "void"
    assert isinstance(log_on(core, session), LoggedOn)
    with core.database.write() as db:
        db.get_one(Session, other.id).challenge = {"credential": app, "question": question}
    assert log_on(core, other).reason == "void"


def test_a_change_says_so(core, person, phone, app, session):
    send(core, session, app)
    phone.answer(core, phone.look(core).request.id, "approve", number_of(core, app))
    logged_on = session_of(core, log_on(core, session).token)
    send(core, logged_on, app)
    assert phone.look(core).request.action == "change"


def test_the_number_never_goes_to_the_device(core, phone, app, session):
    question = send(core, session, app)
    assert "number" not in question
    assert not hasattr(phone.look(core).request, "number")


def test_three_wrong_numbers_end_the_request(core, phone, app, session):
    question = send(core, session, app)
    wrong = other_number(number_of(core, app))
    outcomes = [phone.answer(core, question["request"], "approve", wrong) for _ in range(3)]
    assert [(outcome.state, outcome.tries_left) for outcome in outcomes] == [("wrong", 2), ("wrong", 1), ("void", 0)]
    assert phone.answer(core, question["request"], "approve", number_of(core, app)).state == "gone"
    assert log_on(core, session).reason == "numbers"


def test_no_other_key_and_no_other_text_approves(core, phone, app, session):
    request, number = send(core, session, app)["request"], number_of(core, app)
    thief = SoftDevice()
    assert thief.answer(core, request, "approve", number).state == "unknown"
    forged = thief.sign("approve", phone.id, request, number)
    assert device.answer(core, phone.id, request, "approve", number, forged, HERE).state == "refused"
    rejecting = phone.sign("reject", phone.id, request, number)
    assert device.answer(core, phone.id, request, "approve", number, rejecting, HERE).state == "refused"
    other = phone.sign("approve", phone.id, request, other_number(number))
    assert device.answer(core, phone.id, request, "approve", number, other, HERE).state == "refused"
    assert log_on(core, session).reason == "waiting"


def test_a_replay_approves_nothing(core, phone, app, session):
    first = send(core, session, app)["request"]
    number = number_of(core, app)
    signature = phone.sign("approve", phone.id, first, number)
    send(core, session, app)
    assert device.answer(core, phone.id, first, "approve", number, signature, HERE).state == "gone"
    assert log_on(core, session).reason == "waiting"


def test_a_look_is_of_its_moment(core, phone, app, time):
    fields = phone.look_fields()
    time.forward(minutes=3)
    assert device.look(core, fields["device"], fields["time"], fields["signature"]).state == "refused"
    for moment in ("", "x", "9" * 17, "-1"):
        assert device.look(core, phone.id, moment, phone.sign("look", phone.id, moment)).state == "refused"


def test_a_request_expires_on_both_sides(core, phone, app, session, time):
    request, number = send(core, session, app)["request"], number_of(core, app)
    time.forward(minutes=5)
    assert phone.look(core).state == "idle"
    assert phone.answer(core, request, "approve", number).state == "gone"
    assert log_on(core, session).reason == "expired"


def test_of_fifty_approvals_one_counts(core, phone, app, session):
    request, number = send(core, session, app)["request"], number_of(core, app)
    states = [outcome.state for outcome in at_once(50, lambda _: phone.answer(core, request, "approve", number))]
    assert sorted(states) == ["approved", *["gone"] * 49]
    outcomes = at_once(50, lambda _: log_on(core, session))
    assert sum(isinstance(outcome, LoggedOn) for outcome in outcomes) == 1


# No storm of requests


def test_three_unanswered_requests_pause(core, phone, app, session, time):
    for _ in range(3):
        assert send(core, session, app)["outcome"] == "sent"
        time.forward(minutes=1)
    refused = send(core, session, app)
    assert refused["outcome"] == "paused"
    assert phone.look(core).request.id == refused["request"]
    time.forward(minutes=12)
    assert send(core, session, app)["outcome"] == "sent"


def test_twelve_in_a_day_are_enough(core, person, app, time):
    outcomes = []
    for _ in range(13):
        outcomes.append(send(core, start(core, person), app)["outcome"])
        time.forward(minutes=16)
    assert outcomes == [*["sent"] * 12, "paused"]


def test_an_approved_request_counts_no_more(core, person, phone, app, time):
    for _ in range(8):
        session = start(core, person)
        request = send(core, session, app)["request"]
        phone.answer(core, request, "approve", number_of(core, app))
        assert isinstance(log_on(core, session), LoggedOn)


def test_a_second_rejection_in_a_row_pauses(core, person, phone, app, session, time):
    for _ in range(2):
        assert phone.answer(core, send(core, session, app)["request"], "reject").state == "rejected"
    assert log_on(core, session).reason == "rejected"
    assert send(core, session, app)["outcome"] == "paused"
    time.forward(minutes=15)
    assert send(core, session, app)["outcome"] == "sent"
    assert events_of(core, person).count("factor.rejected") == 2


def test_one_open_request_a_citizen(core, person, phone, app, session):
    tablet = SoftDevice()
    second = give_app(core, person, tablet)
    send(core, session, app)
    stranger = start(core, person)
    assert send(core, stranger, app)["outcome"] == "open_elsewhere"
    assert send(core, stranger, second)["outcome"] == "open_elsewhere"
    assert tablet.look(core).state == "idle"


def test_a_new_set_up_is_no_way_round_a_pause(core, person, phone, app, session):
    for _ in range(3):
        send(core, session, app)
    assert send(core, session, give_app(core, person, SoftDevice()))["outcome"] == "paused"


def test_a_report_ends_the_try_and_tells_the_citizen(core, person, phone, app, session):
    request = send(core, session, app)["request"]
    assert phone.answer(core, request, "report").state == "reported"
    assert events_of(core, person)[0] == "factor.reported"
    assert ("factor.reported", "email", "kirsten@example.dk") in notices_sent(core)
    with core.database.read() as db:
        assert not sessions.is_alive(db.get_one(Session, session.id))
    assert send(core, start(core, person), app)["outcome"] == "paused"


def test_a_removed_app_is_unknown(core, phone, app):
    with core.database.write() as db:
        gone = db.get_one(Credential, app)
        gone.status, gone.lookup_digest = "removed", None
    assert phone.look(core).state == "unknown"
