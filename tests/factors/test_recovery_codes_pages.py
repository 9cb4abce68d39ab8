"""Recovery codes on the pages: made with a fresh proof, shown once, used to log on, in both languages."""

import re

import pytest

from app.core.models import Citizen
from tests.support.account import notices_sent
from tests.support.visitor import Visitor
from tests.support.world import PASSWORD, card_code

WORDS = {
    "da": ("/log-paa", "/min-side/genopretningskoder", "Brug en anden måde", "Genopretningskoder", "/min-side"),
    "en": ("/en/log-on", "/en/my-page/recovery-codes", "Use another way", "Recovery codes", "/en/my-page"),
}


def enter(visitor: Visitor, address: str) -> Visitor:
    return visitor.get(address).submit(user_id="kirsten1", password=PASSWORD)


def listed(visitor: Visitor) -> list[str]:
    return re.findall(r"^\d+: (\d{5} \d{5})$", visitor.response.text, re.MULTILINE)


@pytest.mark.parametrize("language", ["da", "en"])
def test_they_are_made_kept_and_used(visitor, sqlite_core, kirsten, language):
    logon, address, other, name, home = WORDS[language]
    with sqlite_core.database.write() as db:
        db.get_one(Citizen, kirsten.id).email = sqlite_core.database.keys.encrypt("k@example.dk", "citizen.email")
    enter(visitor, logon).submit(code=card_code(sqlite_core, kirsten.credentials["code_card"]))
    visitor.get(address).submit()
    page = visitor.path
    assert visitor.h1 in ("Gem dine genopretningskoder", "Keep your recovery codes")
    number = int(re.search(r"(?:nummer|number) (\d+)", visitor.text)[1])
    codes = listed(visitor.get("/genopretningskoder/liste").submit())
    assert len(codes) == 10
    visitor.get(page).submit(code=codes[number - 1])
    assert visitor.get("/genopretningskoder/liste").status == 404, "had only while they are set up"
    visitor.client.cookies.clear()
    enter(visitor, logon).follow(other).submit(name)
    visitor.submit(code="11111 11111")
    assert len(visitor.errors) == 1
    visitor.submit(code=codes[3])
    assert visitor.path == home
    assert "recovery_codes.used" in [purpose for purpose, *_ in notices_sent(sqlite_core)]


def test_nobody_chooses_them_as_a_first_way(visitor):
    assert "Genopretningskode" not in visitor.get("/hjaelp/vaelg?ask=1").text
