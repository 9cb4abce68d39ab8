"""The code card on the pages: set-up, the question, few and no codes left."""

import re

import pytest

from app.core.models import Credential
from app.factors.code_card import check, layout
from tests.support.account import log_on
from tests.support.visitor import words
from tests.support.world import give_factor

SET_UP = "/min-side/faktorer/aktiver"


@pytest.fixture
def setting_up(visitor, sqlite_core, kirsten):
    """A citizen with a card who adds another one: the page that shows it."""
    log_on(visitor, sqlite_core, kirsten)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="code_card")
    assert visitor.path == SET_UP
    return visitor


def pending(core):
    with core.database.read() as db:
        return db.query(Credential).filter_by(status="pending").one()


def use_up(core, credential_id, left):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id)
        used = (1 << check.SIZE) - (1 << left)
        credential.data = {**credential.data, "used": f"{used:x}", "asked": None}


def rows_of(table):
    return [[words(cell) for cell in row] for row in table.iter("tr")]


def test_the_sheet_has_four_columns_as_the_question_names_them(setting_up, sqlite_core):
    card = pending(sqlite_core)
    tables = setting_up.all("table")
    assert [words(table.find("caption")) for table in tables] == [f"Kolonne {number}" for number in range(1, 5)]
    for column, table in zip(layout.columns(check.table(sqlite_core.database.keys, card)), tables, strict=True):
        header, *rows = rows_of(table)
        assert header == ["Linje", "Nummer", "Kode"]
        expected = [[str(e.place.line), " ".join(e.number), " ".join(e.code)] for e in column]
        assert rows == expected
        assert all(row.find("th").get("scope") == "row" for row in table.find("tbody"))


def test_the_question_points_at_the_place_of_its_number(setting_up, sqlite_core):
    number, column, line = re.search(r"Find nummer ([\d ]+) på .* kolonne (\d), linje (\d+)", setting_up.text).groups()
    row = rows_of(setting_up.all("table")[int(column) - 1])[int(line)]
    assert row[:2] == [line, number]
    setting_up.submit(code=row[2])
    assert not setting_up.errors


def test_the_question_at_log_on_shows_no_card(visitor, kirsten):
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    assert not visitor.all("table")
    assert "koder tilbage" not in visitor.text


def test_the_question_says_when_few_codes_are_left(visitor, sqlite_core, kirsten):
    use_up(sqlite_core, kirsten.credentials["code_card"], left=3)
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    assert "Der er 3 koder tilbage på kortet. Få et nyt, når du er logget på." in visitor.text


def test_a_fresh_proof_leads_to_a_new_card(visitor, sqlite_core, kirsten):
    use_up(sqlite_core, kirsten.credentials["code_card"], left=3)
    log_on(visitor, sqlite_core, kirsten)
    visitor.get("/bekraeft/anden-maade").submit("Kodekort").follow("Få et nyt kodekort")
    assert visitor.path == "/min-side/faktorer"


def test_a_used_up_card_says_so_and_offers_another_way(visitor, sqlite_core, kirsten):
    use_up(sqlite_core, kirsten.credentials["code_card"], left=0)
    give_factor(sqlite_core, kirsten, "audio_code", {"phone": "34 41 23 31"})
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    assert "Alle koder på kortet er brugt" in visitor.text
    assert not list(visitor.by_id("form").iter("button"))
    visitor.follow("Brug en anden måde").submit("Lydkode")
    assert visitor.h1 == "Hør din kode i telefonen"
