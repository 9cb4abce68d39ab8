"""The audio code on the pages: log-on, fresh proof and set-up, without JavaScript."""

import pytest
from sqlalchemy import select

from app.core import clock, enrol, outbox
from app.core.factor import Context
from app.core.models import Citizen, OutboxMessage
from app.factors.audio_code.pages import PAGES
from app.migration.legacy_card import number_at
from tests.support.legacy import OLD_PASSWORD, identity_of, old_citizen, old_key
from tests.support.moving import MovingClock
from tests.support.world import PASSWORD, give_factor, make_citizen

HERE, THERE = "/log-paa/bekraeft", "/hjaelp"


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def lone(time, sqlite_core):
    person = make_citizen(sqlite_core, "lonebj", name="Lone Bjerregaard")
    give_factor(sqlite_core, person, "audio_code", {"phone": "34 41 23 31"})
    return person


@pytest.fixture
def asked(lone, visitor):
    """The page that asks, after the password."""
    return visitor.get(f"/log-paa?next={THERE}").submit(user_id=lone.user_id, password=lone.password)


def calls(core):
    with core.database.read() as db:
        query = select(OutboxMessage).where(OutboxMessage.channel == "call").order_by(OutboxMessage.created_at)
        return [outbox.params_of(db, call).get("code", "") for call in db.scalars(query)]


def buttons(visitor):
    return ["".join(button.itertext()) for button in visitor.by_id("form").iter("button")]


def test_before_the_call_there_is_advice_and_one_button(asked, sqlite_core):
    assert asked.path == HERE
    assert asked.h1 == "Hør din kode i telefonen"
    assert "Vi ringer til nummeret, der ender på 3 1, når du beder om det." in asked.text
    assert "Tag hovedtelefoner på først" in asked.text
    assert buttons(asked) == ["Ring til mig nu"]
    assert asked.find_id("code") is None
    assert calls(sqlite_core) == []


def test_call_then_code_then_logged_on(asked, sqlite_core):
    asked.submit("Ring til mig nu")
    assert "Vi ringer til dig nu" in asked.text
    assert "indtil klokken 10.11" in asked.text
    assert buttons(asked) == ["Fortsæt", "Ring til mig igen"]
    (code,) = calls(sqlite_core)
    for shown in (code, f"{code[:3]} {code[3:]}", " ".join(code)):
        assert shown not in asked.html
    asked.submit(code=f"{code[:3]} {code[3:]}")
    assert asked.path == THERE


def test_in_english(lone, visitor, sqlite_core):
    visitor.get("/en/log-on?next=/en/help").submit(user_id=lone.user_id, password=lone.password)
    visitor.submit("Call me now")
    assert "You can use the code until 10:11." in visitor.text
    visitor.submit(code=calls(sqlite_core)[-1])
    assert visitor.path == "/en/help"


def test_asking_too_soon_says_so_and_keeps_the_code(asked, sqlite_core):
    asked.submit("Ring til mig nu").submit("Ring til mig igen")
    assert "Vi har lige ringet til dig" in asked.text
    (code,) = calls(sqlite_core)
    assert asked.submit(code=code).path == THERE


def test_call_again_gives_a_new_code(asked, sqlite_core, time):
    asked.submit("Ring til mig nu")
    time.forward(seconds=31)
    asked.submit("Ring til mig igen")
    _earlier, code = calls(sqlite_core)
    assert asked.submit(code=code).path == THERE


def test_the_eleventh_call_of_a_day_is_not_made(asked, sqlite_core, time):
    asked.submit("Ring til mig nu")
    for _ in range(9):
        time.forward(seconds=31)
        asked.submit("Ring til mig igen")
    time.forward(seconds=31)
    asked.submit("Ring til mig igen")
    assert "så mange gange i dag" in asked.text
    assert len(calls(sqlite_core)) == 10


def test_an_expired_code_leads_back_to_the_call(asked, sqlite_core, time):
    asked.submit("Ring til mig nu")
    form, code = asked.value("csrf_token"), calls(sqlite_core)[-1]
    time.forward(minutes=11)
    asked.post(HERE, {"csrf_token": form, "code": code})
    assert buttons(asked) == ["Ring til mig nu"]
    assert "Koden fra det seneste opkald kan ikke bruges mere." in asked.text
    time.forward(minutes=1)
    asked.submit("Ring til mig nu").submit(code=calls(sqlite_core)[-1])
    assert asked.path == THERE


def test_three_wrong_codes_ask_for_a_new_call(asked, sqlite_core, time):
    asked.submit("Ring til mig nu")
    wrong = f"{(int(calls(sqlite_core)[-1]) + 1) % 10**6:06d}"
    for _ in range(2):
        asked.submit(code=wrong)
        assert asked.errors == ["Det er ikke koden fra det seneste opkald. Se cifrene efter, og prøv igen."]
        assert "code-error" in (asked.by_id("code").get("aria-describedby") or "")
        time.forward(minutes=1)
    asked.submit(code=wrong)
    assert asked.errors == ["Koden kan ikke bruges mere. Bed os om at ringe igen."]
    assert asked.find_id("code") is None


def test_an_empty_code_says_what_to_write(asked):
    asked.submit("Ring til mig nu").submit("Fortsæt")
    assert asked.errors == ["Skriv de 6 cifre, du hørte i telefonen."]


def test_set_up_on_min_side_takes_two_calls(asked, visitor, sqlite_core):
    asked.submit("Ring til mig nu").submit(code=calls(sqlite_core)[-1])
    visitor.get("/min-side/faktorer/tilfoej/audio_code")
    visitor.submit(phone="90 12 34 56")
    assert visitor.errors == [
        "Vi kan ikke ringe til den slags nummer. Skriv et almindeligt mobil- eller fastnetnummer."
    ]
    visitor.submit(phone="+46 70 123 45 67")
    assert "Vi ringer til +46 70 123 45 67." in visitor.text
    for _ in range(2):
        assert "Fortsæt" not in buttons(visitor)
        visitor.submit("Ring til mig nu").submit(code=calls(sqlite_core)[-1])
        assert not visitor.errors
    assert visitor.path.endswith("/klar")


def test_the_crossing_calls_the_number_that_was_confirmed(visitor, sqlite_core):
    old = old_citizen(sqlite_core)
    visitor.get("/en/switch/nemid").submit(user_id="210000001", password=OLD_PASSWORD)
    identity = identity_of(sqlite_core, old)
    visitor.submit(key=old_key(number_at(identity, identity.asked))).submit()
    visitor.submit(mobile="34 41 23 31")
    visitor.submit(mobile_code=newest(sqlite_core, "contact.code"))
    visitor.submit(factor="audio_code", notify="new").submit(password=PASSWORD)
    assert visitor.value("phone").replace(" ", "").endswith("34412331")
    visitor.submit()
    for _ in range(2):
        visitor.submit("Call me now").submit(code=newest(sqlite_core, "audio.code"))
        assert not visitor.errors
    assert visitor.path == "/en/switch/receipt"


def newest(core, purpose):
    with core.database.read() as db:
        sent = next(message for message in outbox.recent(db) if message.purpose == purpose)
        return outbox.params_of(db, sent)["code"]


def test_the_risk_is_told_with_a_stronger_way_before_it_is_chosen(visitor):
    page = visitor.get("/en/help")
    assert "A call can be listened to or sent on to another telephone." in page.text
    assert "A security key is safer." in page.text
    assert "never High" in page.text


@pytest.mark.parametrize(("trunk", "told"), [("", False), ("sip:trunk.example.dk", True)])
def test_key_9_is_told_where_calls_hear_it(sqlite_core, time, trunk, told):
    person = make_citizen(sqlite_core)
    settings = sqlite_core.settings.model_copy(update={"sip_uri": trunk})
    with sqlite_core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(sqlite_core, db, citizen, "audio_code", {"phone": "34 41 23 31"})
        shown = PAGES.show(Context(db, citizen, settings), credential, {})
    assert shown["can_report"] is told
