"""The code reader on the pages: two browsers without JavaScript, one that logs on and one that gives the code."""

import logging

import pytest
from sqlalchemy import select
from starlette.testclient import TestClient

from app.core import clock
from app.core.models import Credential
from app.factors.reader_page.style import Style
from app.main import build_app
from app.ui.speech import speak_code
from tests.conftest import BASE
from tests.support.account import log_on
from tests.support.moving import MovingClock
from tests.support.visitor import Visitor, words
from tests.support.world import give_factor, make_citizen


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def device(sqlite_core, time):
    """The second device: a browser of its own."""
    with TestClient(build_app(sqlite_core), base_url=BASE, headers={"origin": BASE}) as made:
        yield Visitor(made)


@pytest.fixture
def lone(sqlite_core, time):
    person = make_citizen(sqlite_core, "lonebj", name="Lone Bjerregaard")
    give_factor(sqlite_core, person, "code_card")
    return person


def digits(visitor):
    """The big digits of a page: the connection code, or the code."""
    spans = [words(span) for span in visitor.all("span") if "big-digits" in (span.get("class") or "")]
    return "".join(spans).replace(" ", "")


def choose(device, **wanted):
    """Choose how the code is given."""
    return device.get("/laeser/valg").submit(**wanted)


@pytest.fixture
def tied(lone, sqlite_core, visitor, device):
    """Both browsers, after set-up; the code is given as sound and text."""
    log_on(visitor, sqlite_core, lone)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="reader_page")
    device.get("/laeser").submit(code=digits(visitor))
    choose(device, how="both")
    for _ in range(2):
        device.get("/laeser").submit("Hør koden")
        visitor.submit(code=digits(device))
    assert visitor.path.endswith("/klar")
    with sqlite_core.database.read() as db:
        found = db.scalars(select(Credential).where(Credential.kind == "reader_page")).one()
    lone.credentials["reader_page"] = found.id
    return visitor, device


def asked_by_reader(visitor, person, language="da"):
    """Log on again in a fresh browser, and choose the code reader where another way is asked first."""
    visitor.client.cookies.clear()
    visitor.get("/log-paa?next=/hjaelp" if language == "da" else "/en/log-on?next=/en/help")
    visitor.submit(user_id=person.user_id, password=person.password)
    visitor.get("/log-paa/anden-maade" if language == "da" else "/en/log-on/another-way")
    return visitor.submit("Kodelæser" if language == "da" else "Code reader")


def test_set_up_tells_what_to_do_and_the_code_is_good_once(lone, sqlite_core, visitor, device):
    log_on(visitor, sqlite_core, lone)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="reader_page")
    assert visitor.h1 == "Tilslut din kodelæser"
    assert f"{BASE}/laeser" in visitor.text
    code = digits(visitor)
    assert len(code) == 8
    visitor.submit("Lav en ny tilslutningskode")
    assert "Her er en ny tilslutningskode." in visitor.text
    device.get("/laeser").submit(code=code)
    assert device.errors == ["Vi kender ikke koden. Se hvert tegn efter, eller lav en ny kode på den anden skærm."]
    device.submit(code=digits(visitor).lower())
    assert "Enheden er tilsluttet." in device.text
    visitor.get(visitor.path)
    assert digits(visitor) == ""
    visitor.submit(code="123456")
    assert visitor.errors == ["Din enhed har ikke lavet en kode endnu. Hent først en kode på enheden."]


def test_log_on_with_sound_and_text(tied, lone):
    visitor, device = tied
    asked_by_reader(visitor, lone)
    assert visitor.h1 == "Hent koden på din egen enhed"
    assert "Tag hovedtelefoner på først. Vælg på enheden: Hør koden." in visitor.text
    device.get("/laeser")
    assert digits(device) == ""
    assert device.all("audio") == []
    assert "bad om en kode klokken " in device.text
    device.submit("Hør koden")
    code = digits(device)
    assert len(code) == 6
    (player,) = device.all("audio")
    assert player.get("autoplay") is None
    assert player.get("preload") == "none"
    assert device.text.index("Tag hovedtelefoner på") < device.text.index("Åbn lyden")
    answer = device.client.get(player.get("src"))
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content == speak_code(code, "da")
    part = device.client.get(player.get("src"), headers={"range": "bytes=0-99"})
    assert (part.status_code, part.content) == (206, answer.content[:100])
    visitor.submit(code=code)
    assert visitor.path == "/hjaelp"
    assert device.client.get(player.get("src")).status_code == 404


def test_log_on_in_english(tied, lone):
    visitor, device = tied
    asked_by_reader(visitor, lone, "en")
    assert visitor.h1 == "Get your code on your own device"
    device.get("/en/reader").submit("Hear the code")
    assert "Write the digits on the other screen." in device.text
    answer = device.client.get("/en/reader/sound")
    assert answer.content == speak_code(digits(device), "en")
    visitor.submit(code=digits(device))
    assert visitor.path == "/en/help"


def test_what_was_chosen_is_remembered(tied, lone):
    visitor, device = tied
    choose(device, how="sound", speed="ordinary", pause="2", repeats="3", voice="en")
    assert "Dit valg er gemt." in device.text
    device.get("/laeser/valg")
    assert [device.value(name) for name in ("how", "speed", "pause", "repeats", "voice")] == [
        "sound",
        "ordinary",
        "2",
        "3",
        "en",
    ]
    asked_by_reader(visitor, lone)
    device.get("/laeser").submit("Hør koden")
    assert digits(device) == ""
    spoken = device.client.get("/laeser/lyd").content
    choose(device, how="both")
    assert spoken == Style("both", "ordinary", 2, 3, "en").speak(digits(device), "da")


def test_text_alone_has_no_sound(tied, lone):
    visitor, device = tied
    choose(device, how="text")
    asked_by_reader(visitor, lone)
    assert "Vælg på enheden: Vis koden." in visitor.text
    device.get("/laeser").submit("Vis koden")
    assert device.all("audio") == []
    assert "hovedtelefoner" not in device.text
    assert device.client.get("/laeser/lyd").status_code == 404
    (line,) = [words(item) for item in device.all("p") if digits(device) == words(item).replace(" ", "")]
    assert len(line.split()) == 6, "alone on its line, digit by digit"
    assert words(device.all("h2")[0]) == "Din kode"


def test_a_choice_that_there_is_not(tied):
    _visitor, device = tied
    choose(device, how="film", repeats="99")
    assert len(device.errors) == 2


def test_the_code_is_in_no_address_title_or_log(tied, lone, caplog):
    visitor, device = tied
    caplog.set_level(logging.DEBUG)
    asked_by_reader(visitor, lone)
    device.get("/laeser").submit("Hør koden")
    code = digits(device)
    addresses = [element.get(name) or "" for element in device.root.iter() for name in ("href", "src", "action")]
    assert not any(code in address for address in [*addresses, device.path])
    assert code not in device.title.replace(" ", "")
    visitor.submit(code=code)
    assert code not in caplog.text
    assert code not in visitor.html


def test_the_same_browser_gives_no_code(tied, lone):
    _visitor, device = tied
    device.get("/log-paa").submit(user_id=lone.user_id, password=lone.password)
    device.get("/log-paa/anden-maade").submit("Kodelæser")
    assert "Denne enhed er din kodelæser." in device.text
    assert all(field.name != "code" for field in device._fields(device.root))
    device.follow("anden måde")
    device.get("/laeser").submit()
    assert device.errors == ["Du er ved at logge på i denne samme browser. Koden skal komme fra en anden enhed."]
    assert digits(device) == ""
    assert device.client.get("/laeser/lyd").status_code == 404


def test_the_same_browser_cannot_be_tied(lone, sqlite_core, visitor):
    log_on(visitor, sqlite_core, lone)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="reader_page")
    code = digits(visitor)
    visitor.get("/laeser").submit(code=code)
    assert "Åbn siden på en anden enhed." in visitor.errors[0]


def test_another_browser_hears_nothing(tied, lone, sqlite_core):
    visitor, device = tied
    asked_by_reader(visitor, lone)
    device.get("/laeser").submit("Hør koden")
    with TestClient(build_app(sqlite_core), base_url=BASE, headers={"origin": BASE}) as stranger:
        assert stranger.get("/laeser/lyd").status_code == 404
        stranger.cookies.set("reader", "forged.signature")
        assert stranger.get("/laeser/lyd").status_code == 404
        page = Visitor(stranger).get("/laeser")
        assert page.h1 == "Tilslut din kodelæser"


def test_nobody_asks(tied):
    _visitor, device = tied
    device.get("/laeser").submit()
    assert device.errors == ["Ingen beder om en kode lige nu. Begynd på den anden skærm, og kom tilbage."]


def test_a_device_can_be_disconnected(tied):
    _visitor, device = tied
    device.get("/laeser").submit(form="leave")
    assert device.h1 == "Tilslut din kodelæser"
    assert "Enheden er frakoblet." in device.text
    assert "reader" not in device.client.cookies


def test_an_empty_code_is_told_at_its_field(device):
    for path, said in (("/laeser", "Skriv kodens 8 bogstaver og tal"), ("/en/reader", "Write the 8 letters")):
        device.get(path).submit()
        assert said in device.errors[0]


def test_a_foreign_page_may_not_make_a_code(tied):
    _visitor, device = tied
    answer = device.client.post("/laeser/kode", data={}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


def test_the_cookie_is_out_of_reach_for_a_year(lone, sqlite_core, visitor, device):
    log_on(visitor, sqlite_core, lone)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="reader_page")
    page = device.get("/laeser")
    fields = {"code": digits(visitor), "csrf_token": page.value("csrf_token")}
    answer = device.client.post("/laeser/tilslut", data=fields, follow_redirects=False)
    cookie = next(line for line in answer.headers.get_list("set-cookie") if line.startswith("reader="))
    assert "HttpOnly" in cookie
    assert "Max-Age=31536000" in cookie
    assert "SameSite=lax" in cookie
