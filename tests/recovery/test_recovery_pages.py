"""Recovery on the pages, without JavaScript, in both languages."""

import re

import pytest

from app.core import clock, outbox, recovery
from app.core.models import Citizen, Session
from app.recovery.pages import PAGES
from tests.support.account import citizen_of, code_sent, notices_sent
from tests.support.moving import MovingClock
from tests.support.visitor import Visitor
from tests.support.world import PASSWORD, card_code, credential_of, give_factor, make_citizen

NEW_PASSWORD = "syv blå heste på Møn"
PREFIX = {"da": "", "en": "/en"}
PATHS = {page.name: {language: page.path(language) for language in PREFIX} for page in PAGES}


@pytest.fixture
def moving():
    made = MovingClock()
    with clock.moved(made):
        yield made


@pytest.fixture
def person(moving, sqlite_core):
    made = make_citizen(sqlite_core, email="kirsten@example.dk", mobile="+4534412331")
    give_factor(sqlite_core, made, "code_card")
    return made


def params_of(core, purpose):
    with core.database.read() as db:
        return next(outbox.params_of(db, item) for item in outbox.recent(db, 500) if item.purpose == purpose)


def ask_for_password(visitor: Visitor, core, person, language: str) -> None:
    visitor.get(PATHS["recover_password"][language]).submit(user_id="Kirsten1", channel="email")
    assert visitor.path == PATHS["recover_code"][language]
    visitor.submit(code=code_sent(core))
    assert visitor.path == PATHS["recover_proof"][language]
    visitor.submit()  # the only way: the code card
    visitor.submit(code=card_code(core, person.credentials["code_card"]))
    assert visitor.path == PATHS["recover_waiting"][language]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_forgotten_password(visitor, sqlite_core, person, moving, language):
    ask_for_password(visitor, sqlite_core, person, language)
    code = re.search(r"(\d \d \d \d \d \d \d \d \d \d \d \d)", visitor.text)[1]
    assert "25. november 2026 klokken 10.01" in visitor.text or "25 November 2026 at 10:01" in visitor.text
    visitor.get(PATHS["recover_return"][language]).submit(user_id="kirsten1")
    assert len(visitor.errors) == 1, "not before the wait is over"
    moving.forward(hours=24)
    visitor.client.cookies.clear()
    visitor.get(PATHS["recover_return"][language]).submit(user_id="kirsten1")
    assert visitor.path == PATHS["recover_return"][language], "another browser needs the code"
    assert visitor.value("user_id") == "kirsten1"
    visitor.submit(code=code)
    assert visitor.path == PATHS["recover_new_password"][language]
    visitor.submit(password="123")
    assert len(visitor.errors) == 1
    visitor.submit(password=NEW_PASSWORD)
    assert visitor.path == PATHS["recover_done"][language]
    visitor.get(PREFIX[language] + ("/log-on" if language == "en" else "/log-paa"))
    visitor.submit(user_id="kirsten1", password=NEW_PASSWORD)
    visitor.submit(code=card_code(sqlite_core, person.credentials["code_card"]))
    assert visitor.path in ("/min-side", "/en/my-page"), "a factor is asked all the same"
    told = {(purpose, channel) for purpose, channel, _to in notices_sent(sqlite_core)}
    for purpose in ("recovery.password", "recovery.opened", "password.changed"):
        assert {(purpose, "email"), (purpose, "sms")} <= told


def test_asking_anew_shows_the_new_code_and_ends_what_was_asked_before(visitor, sqlite_core, person, moving):
    ask_for_password(visitor, sqlite_core, person, "da")
    first, before = re.search(r"(\d \d \d \d \d \d \d \d \d \d \d \d)", visitor.text)[1], dict(visitor.client.cookies)
    moving.forward(minutes=20)
    visitor.client.cookies.clear()
    ask_for_password(visitor, sqlite_core, person, "da")
    assert first not in visitor.text
    assert "Skriv den ned." in visitor.text
    visitor.client.cookies.clear()
    visitor.client.cookies.update(before)
    visitor.get(PATHS["recover_waiting"]["da"])
    assert visitor.path != PATHS["recover_waiting"]["da"]


def test_the_same_browser_needs_no_code(visitor, sqlite_core, person, moving):
    ask_for_password(visitor, sqlite_core, person, "da")
    moving.forward(hours=25)
    visitor.get("/genopret/fortsaet").submit(user_id="kirsten1")
    assert visitor.path == "/genopret/ny-adgangskode"


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_lost_factor_by_letter(visitor, sqlite_core, person, moving, language):
    with sqlite_core.database.write() as db:
        db.get_one(Citizen, person.id).identity_level = 3
    visitor.get(PATHS["recover_letter"][language]).submit(user_id="kirsten1", password=PASSWORD)
    visitor.submit(how="large")
    assert visitor.path == PATHS["recover_waiting"][language]
    said = params_of(sqlite_core, "recovery.letter")
    assert said["form"] == "large"
    assert said["code"] not in visitor.text.replace(" ", ""), "only the letter has the code"
    fields = {"user_id": "kirsten1", "code": said["code"], "password": PASSWORD}
    visitor.get(PATHS["recover_activate"][language]).submit(**fields)
    assert len(visitor.errors) == 1
    moving.forward(hours=24)
    visitor.get(PATHS["recover_activate"][language]).submit(**fields)
    assert visitor.path == PATHS["recover_new_factor"][language]
    visitor.submit(kind="code_card")
    with sqlite_core.database.read() as db:
        session = db.query(Session).filter(Session.stage == "recovered", Session.revoked_at.is_(None)).one()
        made = session.enrolment["credential"]
    for _ in range(2):
        visitor.submit(code=card_code(sqlite_core, made, session_position(sqlite_core)))
    assert visitor.path == PATHS["recover_done"][language]
    credential = credential_of(sqlite_core, made)
    assert credential.status == "active"
    assert credential.data["capped"] == 2
    visitor.get("/min-side")
    assert visitor.path.startswith("/log-paa"), "recovery logs nobody on"


def session_position(core):
    with core.database.read() as db:
        session = db.query(Session).filter(Session.stage == "recovered", Session.revoked_at.is_(None)).one()
        return session.enrolment["question"]["position"]


def test_the_letter_and_a_code_do_without_the_password(visitor, sqlite_core, person, moving):
    visitor.get("/genopret/brev").submit(user_id="kirsten1", password=PASSWORD)
    visitor.submit(how="print")
    code = params_of(sqlite_core, "recovery.letter")["code"]
    moving.forward(hours=24)
    visitor.get("/genopret/aktiver").submit(user_id="kirsten1", code=code)
    assert visitor.path == "/genopret/kode"
    visitor.submit(code=code_sent(sqlite_core))
    assert visitor.path == "/genopret/ny-maade"


def test_this_was_not_me_by_the_code_of_the_message(visitor, sqlite_core, person, moving):
    ask_for_password(visitor, sqlite_core, person, "da")
    visitor.get("/genopret/stop").submit(code="1234567890")
    assert len(visitor.errors) == 1
    visitor.submit(code=params_of(sqlite_core, "recovery.password")["stop_code"])
    assert visitor.path == "/genopret/stoppet"
    assert citizen_of(sqlite_core, person).status == "active"
    moving.forward(hours=24)
    visitor.get("/genopret/fortsaet").submit(user_id="kirsten1")
    assert len(visitor.errors) == 1


def test_this_was_not_me_may_block_as_well(visitor, sqlite_core, person):
    ask_for_password(visitor, sqlite_core, person, "da")
    visitor.get("/genopret/stop").submit(code=params_of(sqlite_core, "recovery.password")["stop_code"], block="y")
    assert citizen_of(sqlite_core, person).status == "blocked"


def test_this_was_not_me_when_logged_on(visitor, sqlite_core, person):
    ask_for_password(visitor, sqlite_core, person, "da")
    visitor.get("/log-paa").submit(user_id="kirsten1", password=PASSWORD)
    visitor.submit(code=card_code(sqlite_core, person.credentials["code_card"]))
    visitor.get("/min-side/genopretning").submit()
    with sqlite_core.database.read() as db:
        assert recovery.under_way(db, person.id) is None


def bare(visitor: Visitor) -> str:
    return re.sub(r'(value|data-token)="[^"]*"', "", visitor.html)


def test_an_unknown_user_meets_the_same_pages(visitor, sqlite_core, person):
    """Nobody learns here whether there is such a user, or what they have."""
    met = []
    for user_id in ("kirsten1", "nobody12"):
        visitor.client.cookies.clear()
        pages = [bare(visitor.get("/genopret/adgangskode").submit(user_id=user_id, channel="sms"))]
        pages += [bare(visitor.submit(code=code)) for code in ("000001", "000002", "000003", "000004")]
        pages.append(bare(visitor.get("/genopret/bevis")))
        pages.append(bare(visitor.get("/genopret/fortsaet").submit(user_id=user_id, code="1" * 12)))
        pages.append(bare(visitor.get("/genopret/aktiver").submit(user_id=user_id, code="1" * 12)))
        pages.append(bare(visitor.get("/genopret/brev").submit(user_id=user_id, password="wrong password")))
        met.append(pages)
    for known, unknown in zip(*met, strict=True):
        assert known.splitlines() == unknown.splitlines()
    assert [recipient for _what, _channel, recipient in notices_sent(sqlite_core)] == ["+4534412331"]


def test_five_wrong_returns_wait_and_say_how_long(visitor, sqlite_core, person):
    visitor.get("/genopret/fortsaet")
    for _ in range(6):
        visitor.submit(user_id="kirsten1", code="1" * 12)
    assert "om 1 minut" in visitor.errors[0]
    assert visitor.value("user_id") == "kirsten1"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_open_to_a_session_of_another_stage(visitor, page):
    if page.access in ("recovery", "recovered"):
        visitor.get(page.da.replace("{kind}", "code_card"))
        assert visitor.path == "/genopret"
