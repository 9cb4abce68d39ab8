"""The crossing, end to end without JavaScript: five steps from the old card to the new eID."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.core import clock, outbox
from app.core.models import Citizen, Credential, LegacyIdentity
from app.migration import legacy_card
from app.ui.i18n import translate
from tests.support.legacy import OLD_PASSWORD, identity_of, old_citizen, old_key
from tests.support.visitor import Visitor, words
from tests.support.world import PASSWORD, card_code


@dataclass
class OldCitizen:
    """A citizen with an old card, for a test."""

    id: str
    nemid_number: str = "210000001"
    cpr: str = "6112800001"
    password: str = OLD_PASSWORD

    def asked(self, core) -> str:
        identity = identity_of(core, self.id)
        return legacy_card.number_at(identity, identity.asked)

    def key(self, core) -> str:
        return old_key(self.asked(core))


def make_old_citizen(core, **changes) -> OldCitizen:
    return OldCitizen(old_citizen(core, **changes))


PATHS = {"da": "/skift/nemid", "en": "/en/switch/nemid"}


@pytest.fixture
def old(sqlite_core) -> OldCitizen:
    return make_old_citizen(sqlite_core)


def enter(visitor: Visitor, core, old: OldCitizen, path: str = "/skift/nemid") -> Visitor:
    """Step 1 with the right password and key."""
    visitor.get(path).submit(user_id=old.nemid_number, password=old.password)
    assert visitor.errors == []
    return visitor.submit(key=old.key(core))


def sent_code(core, channel: str) -> str:
    with core.database.read() as db:
        newest = next(m for m in outbox.recent(db) if m.channel == channel and m.purpose == "contact.code")
        return str(outbox.params_of(db, newest)["code"])


def pending_card(core) -> Credential:
    with core.database.read() as db:
        return db.scalars(select(Credential).where(Credential.status == "pending")).one()


def citizen_of(core) -> Citizen:
    with core.database.read() as db:
        return db.scalars(select(Citizen)).one()


def to_step_5(visitor: Visitor, core, old: OldCitizen, path: str = "/skift/nemid") -> Visitor:
    enter(visitor, core, old, path).submit()
    visitor.submit()
    visitor.submit(factor="code_card", notify="every")
    return visitor.submit(password=PASSWORD)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_whole_crossing_with_a_code_card(visitor, sqlite_core, old, language):
    enter(visitor, sqlite_core, old, PATHS[language])
    assert "2" in visitor.h1
    visitor.submit()
    assert visitor.h1.startswith("Trin 3 af 5" if language == "da" else "Step 3 of 5")
    visitor.submit(email="maja@example.dk", mobile="0045 34 41 23 31")
    visitor.submit(email_code=sent_code(sqlite_core, "email"), mobile_code=sent_code(sqlite_core, "sms"))
    visitor.submit(factor="code_card", notify="every")
    visitor.submit(user_id="maja.lind", password=PASSWORD)
    below = "når ikke niveauet Høj" if language == "da" else "does not reach the level High"
    only = "din eneste måde at logge på" if language == "da" else "your only way to log on"
    assert only in visitor.text, "nobody relies on a single way unawares"
    assert below in visitor.text
    visitor.submit()
    for _proof in range(2):
        visitor.submit(code=card_code(sqlite_core, pending_card(sqlite_core).id))
    second = "Vi foreslår: Sikkerhedsnøgle" if language == "da" else "We suggest: Security key"
    assert second in visitor.text, "two ways from the first day"
    assert below in visitor.text
    assert visitor.path.startswith("/skift/kvittering" if language == "da" else "/en/switch/receipt")
    assert "maja.lind" in visitor.text
    citizen = citizen_of(sqlite_core)
    assert (citizen.status, citizen.notify, citizen.language) == ("active", "every", language)
    visitor.get("/min-side")
    assert visitor.path == "/min-side"


def test_the_old_card_still_works_afterwards_and_tells_so_kindly(visitor, sqlite_core, old):
    to_step_5(visitor, sqlite_core, old).submit()
    for _proof in range(2):
        visitor.submit(code=card_code(sqlite_core, pending_card(sqlite_core).id))
    visitor.get("/log-af").submit()
    enter(visitor, sqlite_core, old)
    assert visitor.h1 == "Du har allerede Nyt NemID"
    with sqlite_core.database.read() as db:
        assert db.scalars(select(LegacyIdentity)).one().status == "active"
    assert visitor.get("/skift/vilkaar").path == "/skift"


def test_progress_is_kept_and_resumed_in_another_browser(visitor, client, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit()
    client.cookies.clear()
    enter(visitor, sqlite_core, old)
    assert visitor.path == "/skift/valg"


def test_steps_cannot_be_skipped(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old)
    for path in ("/skift/kontakt", "/skift/valg", "/skift/bruger-id", "/skift/goer-klar", "/skift/aktiver"):
        assert visitor.get(path).path == "/skift/vilkaar"


def test_going_back_changes_nothing_that_was_done(visitor, sqlite_core, old):
    to_step_5(visitor, sqlite_core, old)
    assert visitor.path == "/skift/goer-klar"
    visitor.get("/skift/valg").submit(factor="code_card", notify="critical")
    visitor.submit()
    assert visitor.path == "/skift/goer-klar", "the password is kept where the field is left empty"


def test_no_step_is_open_without_the_old_card(visitor):
    for path in ("/skift/noegle", "/skift/vilkaar", "/skift/kontakt", "/skift/valg", "/skift/aktiver"):
        assert visitor.get(path).path == "/skift"


def test_declining_loses_nothing(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit("Nej")
    assert visitor.path == "/skift/vilkaar/nej"
    visitor.follow("Læs vilkårene igen").submit()
    assert visitor.path == "/skift/kontakt"


def test_a_wrong_key_says_so_and_asks_the_same_number(visitor, sqlite_core, old):
    visitor.get("/skift/nemid").submit(user_id=old.cpr, password=old.password)
    number = old.asked(sqlite_core)
    visitor.submit(key="000000" if old.key(sqlite_core) != "000000" else "111111")
    assert len(visitor.errors) == 1
    assert old.asked(sqlite_core) == number


def test_leaving_the_question_is_no_failure_and_it_is_asked_again(visitor, sqlite_core, old):
    visitor.get("/skift/nemid").submit(user_id=old.nemid_number, password=old.password)
    number = old.asked(sqlite_core)
    for _visit in range(12):
        visitor.get("/skift/nemid").submit(user_id=old.nemid_number, password=old.password)
        assert old.asked(sqlite_core) == number
    visitor.submit(key=old.key(sqlite_core))
    assert visitor.path == "/skift/vilkaar"


@pytest.mark.parametrize("status", ["locked", "blocked", "awaiting_activation"])
def test_who_cannot_use_the_old_card_gets_the_human_way(visitor, sqlite_core, status):
    old = make_old_citizen(sqlite_core, status=status)
    visitor.get("/skift/nemid").submit(user_id=old.nemid_number, password=old.password)
    assert "Borgerservice" in visitor.text
    assert "72 00 00 00" in visitor.text


def test_status_shows_only_after_the_right_password(visitor, sqlite_core):
    old = make_old_citizen(sqlite_core, status="blocked")
    visitor.get("/skift/nemid").submit(user_id=old.nemid_number, password="forkert99")
    known = visitor.errors
    visitor.get("/skift/nemid").submit(user_id="999999999", password="forkert99")
    assert visitor.errors == known


def test_contact_may_be_left_out_and_what_is_wrong_is_explained(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit(email="maja.example.dk", mobile="12")
    assert len(visitor.errors) == 2
    assert visitor.value("email") == "maja.example.dk"
    visitor.submit(email="", mobile="")
    assert visitor.path == "/skift/valg"


def test_a_confirmed_address_is_not_confirmed_again(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit(email="maja@example.dk")
    visitor.submit(email_code=sent_code(sqlite_core, "email"))
    visitor.get("/skift/kontakt")
    assert visitor.value("email") == "maja@example.dk"
    visitor.submit()
    assert visitor.path == "/skift/valg"


def test_one_wrong_contact_code_keeps_the_right_one(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit(email="maja@example.dk", mobile="+46 70 123 45 67")
    right = sent_code(sqlite_core, "email")
    visitor.submit(email_code=right, mobile_code="000000")
    assert len(visitor.errors) == 1
    visitor.submit(mobile_code=sent_code(sqlite_core, "sms"))
    assert visitor.path == "/skift/valg"


def test_going_on_without_the_code_leaves_the_address_out(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit(email="maja@example.dk").submit("Fortsæt uden")
    assert visitor.path == "/skift/valg"
    assert citizen_of(sqlite_core).email is None


def test_a_second_browser_takes_over_and_the_first_is_out(visitor, client, sqlite_core, old):
    enter(visitor, sqlite_core, old)
    first = dict(client.cookies)
    client.cookies.clear()
    enter(visitor, sqlite_core, old).submit()
    client.cookies.clear()
    client.cookies.update(first)
    assert visitor.get("/skift/kontakt").path == "/skift"


def test_after_the_closing_date_a_person_helps(visitor, sqlite_core, old):
    with clock.moved(lambda: datetime(2028, 1, 1, tzinfo=UTC)):
        visitor.get("/skift/nemid")
        assert visitor.path == "/skift"
        assert "Borgerservice" in visitor.text


def test_the_receipt_can_be_saved_as_text(visitor, sqlite_core, old):
    to_step_5(visitor, sqlite_core, old).submit()
    for _proof in range(2):
        visitor.submit(code=card_code(sqlite_core, pending_card(sqlite_core).id))
    response = visitor.client.get("/skift/kvittering.txt")
    assert response.headers["content-type"].startswith("text/plain")
    assert "Kodekort" in response.text


def test_the_judge_of_passwords_answers_htmx_with_words_alone(visitor, client, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit()
    visitor.submit(factor="code_card", notify="new")
    fields = {"csrf_token": visitor.value("csrf_token"), "user_id": "maja1", "password": "hest"}
    answer = client.post("/skift/bruger-id", data=fields, headers={"hx-request": "true"})
    assert answer.text.strip().startswith("<p>")
    assert "mindst 8" in answer.text
    client.cookies.clear()
    lost = client.post("/skift/bruger-id", data=fields, headers={"hx-request": "true"}, follow_redirects=False)
    assert lost.status_code in (204, 403), "never another page inside this one"


def test_the_factors_stand_side_by_side(visitor, sqlite_core, old):
    enter(visitor, sqlite_core, old).submit()
    visitor.submit()
    heads = [words(cell) for cell in visitor.all("th") if cell.get("scope") == "col"]
    assert heads == [translate("da", factor.pages.name) for factor in sqlite_core.factors.offered()]
