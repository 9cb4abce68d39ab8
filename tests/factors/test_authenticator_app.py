"""The authenticator app: codes of their time, each used once, and a set-up in three ways."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from app.core import account, clock, enrol, proof
from app.core.models import Citizen, Credential
from app.factors.authenticator_app import check
from tests.support.visitor import words
from tests.support.world import card_code, credential_of, give_factor, make_citizen

NOON = datetime(2026, 11, 24, 12, 0, 10, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def time():
    standing = Clock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def app(core, time):
    """An active app of a citizen, on both databases."""
    return give_factor(core, make_citizen(core), "authenticator_app")


@contextmanager
def locked(core, credential_id):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        yield core.context(db, db.get_one(Citizen, credential.citizen_id)), credential


def code_at(core, credential_id, moment):
    with core.database.read() as db:
        seed = check.seed_of(core.context(db, None), db.get_one(Credential, credential_id))
    return pyotp.TOTP(seed).at(moment)


def judge(core, credential_id, code):
    """The verdict of the whole proof, throttle and all."""
    with locked(core, credential_id) as (context, credential):
        factor = core.factors["authenticator_app"]
        return proof.judge(context, factor, credential, {}, {"code": code})


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_code_one_step_off_is_right(core, app, time, steps):
    code = code_at(core, app, NOON + timedelta(seconds=30 * steps))
    assert judge(core, app, code).ok


@pytest.mark.parametrize("steps", [-2, 2, 20])
def test_a_code_two_steps_off_is_wrong_and_counts(core, app, time, steps):
    code = code_at(core, app, NOON + timedelta(seconds=30 * steps))
    assert judge(core, app, code).reason == "wrong"
    assert credential_of(core, app).failures == 1


def test_no_code_is_used_twice_and_a_replay_is_no_guess(core, app, time):
    code = code_at(core, app, NOON)
    assert judge(core, app, code).ok
    assert judge(core, app, code).reason == "used"
    time.forward(30)
    assert judge(core, app, code).reason == "used"
    assert credential_of(core, app).failures == 0


def test_an_older_code_is_refused_after_a_newer_one(core, app, time):
    first = code_at(core, app, NOON)
    second = code_at(core, app, NOON + timedelta(seconds=30))
    assert judge(core, app, first).ok
    assert judge(core, app, second).ok
    assert judge(core, app, first).reason == "used"


def test_the_floor_stays_where_the_clock_goes_back(core, app, time):
    code = code_at(core, app, NOON)
    assert judge(core, app, code).ok
    time.forward(-30)
    assert judge(core, app, code).reason == "used"
    assert judge(core, app, code_at(core, app, time.now)).reason == "used"


def test_a_thousand_replays_and_clock_jumps_never_accept_twice(sqlite_core, time):
    app = give_factor(sqlite_core, make_citizen(sqlite_core), "authenticator_app")
    chance = random.Random(20261124)
    accepted, seen = set(), []
    with locked(sqlite_core, app) as (context, credential):
        totp = pyotp.TOTP(check.seed_of(context, credential))
        for _ in range(1000):
            time.forward(chance.choice([0, 1, 15, 30, 31, 60, 120, -15, -30, -95]))
            step = int(time.now.timestamp()) // 30 + chance.randint(-2, 2)
            step = chance.choice([step, *seen[-5:]])
            floor = credential.counter
            if check.check(context, credential, {}, {"code": totp.generate_otp(step)}).ok:
                assert step not in accepted
                accepted.add(step)
                assert credential.counter > floor
            assert credential.counter >= floor
            seen.append(step)
    assert len(accepted) > 50


def test_of_fifty_threads_with_one_code_exactly_one_wins(core, app, time):
    code = code_at(core, app, NOON)
    with ThreadPoolExecutor(50) as pool:
        verdicts = list(pool.map(lambda _: judge(core, app, code), range(50)))
    assert sum(verdict.ok for verdict in verdicts) == 1
    assert {verdict.reason for verdict in verdicts} == {"", "used"}


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "１２３４５６"])
def test_what_is_no_code_is_malformed_and_no_guess(core, app, time, code):
    assert judge(core, app, code).reason == "malformed"
    assert credential_of(core, app).failures == 0


def test_twenty_wrong_codes_disable_the_app(sqlite_core, time):
    app = give_factor(sqlite_core, make_citizen(sqlite_core), "authenticator_app")
    right = {code_at(sqlite_core, app, NOON + timedelta(hours=hours)) for hours in range(40)}
    wrong = next(code for code in ("000000", "111111", "222222") if code not in right)
    for _ in range(19):
        assert judge(sqlite_core, app, wrong).reason == "wrong"
        time.forward(3600)
    assert judge(sqlite_core, app, wrong).reason == "disabled"
    assert judge(sqlite_core, app, code_at(sqlite_core, app, time.now)).reason == "disabled"


def test_the_seed_has_160_bits_and_stands_sealed(core, app, time):
    credential = credential_of(core, app)
    with locked(core, app) as (context, locked_credential):
        seed = check.seed_of(context, locked_credential)
        with pytest.raises(ValueError, match="160 bits"):
            check.set_seed(context, locked_credential, seed[:-1])
    assert len(pyotp.TOTP(seed).byte_secret()) == 20
    assert seed not in str(vars(credential))


def test_two_different_codes_activate(core, time):
    person = make_citizen(core)
    with core.database.write() as db:
        pending = enrol.prepare(core, db, db.get_one(Citizen, person.id), "authenticator_app", {"seed": "A" * 32}).id

    def prove(code):
        with locked(core, pending) as (context, credential):
            return enrol.prove(core, context.db, context.citizen, credential, {}, {"code": code})

    first = prove(code_at(core, pending, NOON))
    assert (first.verdict.ok, first.done, first.active) == (True, 1, False)
    assert prove(code_at(core, pending, NOON)).verdict.reason == "used"
    time.forward(30)
    assert prove(code_at(core, pending, time.now)).active
    assert credential_of(core, pending).status == "active"


def test_the_secret_is_shown_only_while_the_app_is_pending(core, time):
    person = make_citizen(core, name="Ib")
    show = core.factors["authenticator_app"].pages.show
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(core, db, citizen, "authenticator_app", {})
        context = core.context(db, citizen)
        shown = show(context, credential, {})
        seed = check.seed_of(context, credential)
        assert shown["key"].replace(" ", "") == seed
        assert pyotp.parse_uri(shown["address"]).secret == seed
        assert pyotp.parse_uri(shown["address"]).issuer == core.settings.service_name
        credential.status = "active"
        assert show(context, credential, {}) == {"second": False}


@pytest.mark.parametrize(("name", "shown"), [("Kirsten Ørsted", "Kirsten Ø."), ("Ib", "Ib")])
def test_before_there_is_a_user_id_the_account_is_named_without_the_family_name(sqlite_core, name, shown):
    person = make_citizen(sqlite_core, name=name)
    with sqlite_core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        assert account.short_name(db, citizen) == "kirsten1"
        citizen.user_id = None
        assert account.short_name(db, citizen) == shown


@pytest.mark.parametrize("path", ["/log-paa", "/en/log-on"])
def test_a_citizen_logs_on_with_the_app(visitor, sqlite_core, time, path):
    person = make_citizen(sqlite_core)
    app = give_factor(sqlite_core, person, "authenticator_app")
    visitor.get(path).submit(user_id=person.user_id, password=person.password)
    code = code_at(sqlite_core, app, NOON)
    visitor.submit(code="000 000" if code != "000000" else "111 111")
    assert len(visitor.errors) == 1
    visitor.submit(code=f"{code[:3]} {code[3:]}")
    assert visitor.path in ("/min-side", "/en/my-page"), visitor.text


@pytest.mark.parametrize(
    ("add", "code_label"), [("/min-side/faktorer/tilfoej", "Koden"), ("/en/my-page/factors/add", "Code")]
)
def test_the_app_is_set_up_on_min_side_in_three_ways(visitor, sqlite_core, kirsten, time, add, code_label):
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    visitor.submit(code=card_code(sqlite_core, kirsten.credentials["code_card"]))
    visitor.get(add).submit(kind="authenticator_app")
    key = words(visitor.by_id("app-key"))
    assert len(key.split()) == 8
    seed = key.replace(" ", "")
    link = next(a for a in visitor.all("a") if (a.get("href") or "").startswith("otpauth:"))
    assert pyotp.parse_uri(link.get("href")).secret == seed
    picture = next(image for image in visitor.all("img") if image.get("class") == "qr")
    assert "QR" in picture.get("alt")
    assert seed not in picture.get("alt")
    assert len([h for h in visitor.all("h2") if h.get("id") is None]) >= 3
    assert code_label in visitor.text
    visitor.submit(code=pyotp.TOTP(seed).at(time.now))
    assert not visitor.errors
    visitor.submit(code=pyotp.TOTP(seed).at(time.now))
    assert len(visitor.errors) == 1
    time.forward(30)
    visitor.submit(code=pyotp.TOTP(seed).at(time.now))
    assert not visitor.errors, visitor.errors
    assert seed not in visitor.html.replace(" ", "")
    assert "otpauth" not in visitor.html
