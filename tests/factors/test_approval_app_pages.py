"""The approval app on the pages: set-up and log-on without JavaScript, and the device's side as it is sent."""

import json
import re

import pytest

from app.core import clock
from app.core.models import Citizen, Credential
from tests.support.account import log_on
from tests.support.approving import SoftDevice, give_app, number_of
from tests.support.moving import MovingClock
from tests.support.visitor import words
from tests.support.world import make_citizen

SEND = "Send en anmodning til min app"


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def phone():
    return SoftDevice()


@pytest.fixture
def lone(time, sqlite_core, phone):
    person = make_citizen(sqlite_core, "lonebj", name="Lone Bjerregaard")
    give_app(sqlite_core, person, phone)
    return person


@pytest.fixture
def asked(lone, visitor):
    """The page that asks, after the password."""
    return visitor.get("/log-paa?next=/hjaelp").submit(user_id=lone.user_id, password=lone.password)


def post(visitor, page, fields, prefix="/app"):
    answer = visitor.client.post(f"{prefix}/{page}", data=fields)
    assert answer.status_code == 200
    return answer.json()


def look(visitor, phone):
    return post(visitor, "anmodning", phone.look_fields())


def shown_number(visitor):
    found = next(element for element in visitor.all("span") if "big-digits" in (element.get("class") or ""))
    return words(found).replace(" ", "")


def test_log_on_without_javascript(asked, phone):
    assert asked.h1 == "Godkend i din app"
    assert "Hav din enhed klar" in asked.text
    asked.submit(SEND)
    assert "Vi har sendt en anmodning til din app." in asked.text
    assert "indtil klokken 10.06" in asked.text
    asked.submit("Fortsæt")
    assert asked.errors == ["Appen har ikke svaret endnu. Gør det først færdigt i appen. Vælg så Fortsæt her."]
    number = shown_number(asked)
    seen = look(asked, phone)
    assert (seen["state"], seen["said"]) == ("request", "Du har en ny anmodning.")
    for told in ("Overgang", "Log på", "lonebj", "10.01"):
        assert told in seen["html"]
    assert number not in re.sub(r"[\w-]{36}|:\d\d|\d\d\.\d\d", "", words_of(seen["html"]))
    done = post(asked, "svar", phone.answer_fields(seen["key"], "approve", number))
    assert (done["state"], "Godkendt" in done["html"]) == ("approved", True)
    asked.submit("Fortsæt")
    assert asked.path == "/hjaelp"


def words_of(html):
    return re.sub(r"<[^>]*>", " ", html)


def test_a_wrong_number_is_told_at_its_field(asked, sqlite_core, lone, phone):
    asked.submit(SEND)
    request = look(asked, phone)["key"]
    number = number_of(sqlite_core, lone.credentials["approval_app"])
    wrong = "10" if number != "10" else "11"
    said = post(asked, "svar", phone.answer_fields(request, "approve", wrong))
    assert (said["state"], said["key"]) == ("error", request)
    assert "Det er ikke tallet på den anden skærm. Du har 2 forsøg tilbage." in said["html"]
    assert 'aria-invalid="true"' in said["html"]
    malformed = post(asked, "svar", phone.answer_fields(request, "approve", "4"))
    assert malformed["state"] == "error"
    assert "Koden har 2 cifre" in malformed["html"]
    empty = post(asked, "svar", phone.answer_fields(request, "approve", ""))
    assert "Skriv de 2 cifre" in empty["html"]
    for _ in range(2):
        said = post(asked, "svar", phone.answer_fields(request, "approve", wrong))
    assert said["state"] == "void"
    asked.submit("Fortsæt")
    assert "Der blev skrevet tre forkerte tal i appen, så anmodningen er slut. Send en ny." in asked.text


def test_rejected_and_paused_with_a_clock_time(asked, phone):
    for _ in range(2):
        asked.submit(SEND)
        post(asked, "svar", phone.answer_fields(look(asked, phone)["key"], "reject"))
        asked.submit("Fortsæt")
        assert "Anmodningen blev afvist i appen." in asked.text
    assert "Du kan sende en igen klokken 10.16" in asked.text
    asked.submit(SEND)
    assert "Der var for mange anmodninger" in asked.text
    assert look(asked, phone)["state"] == "idle"


def test_a_report_ends_the_try(asked, phone):
    asked.submit(SEND)
    said = post(asked, "svar", phone.answer_fields(look(asked, phone)["key"], "report"))
    assert "Skift din adgangskode" in said["html"]
    asked.submit("Fortsæt")
    assert asked.path.startswith("/log-paa")
    assert asked.h1 != "Godkend i din app"


def test_what_is_shown_is_not_sent_again(asked, phone):
    asked.submit(SEND)
    key = look(asked, phone)["key"]
    again = post(asked, "anmodning", {**phone.look_fields(), "shown": key})
    assert again == {"state": "request", "key": key}


def test_the_waiting_page_learns_what_came_of_it(asked, phone, client):
    asked.submit(SEND)
    address = asked.by_id("approval-wait").get("data-state")
    assert client.get(address).json() == {"state": "waiting"}
    request = look(asked, phone)["key"]
    post(asked, "svar", phone.answer_fields(request, "approve", shown_number(asked)))
    assert client.get(address).json() == {"state": "ready"}
    assert client.get("/app/tilstand/another").json() == {"state": "over"}
    client.cookies.clear()
    assert client.get(address).json() == {"state": "answered"}


def test_set_up_on_min_side(visitor, sqlite_core, kirsten, phone):
    log_on(visitor, sqlite_core, kirsten)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="approval_app")
    assert visitor.h1 == "Tilslut appen på din enhed"
    spans = [words(span) for span in visitor.all("span") if "big-digits" in (span.get("class") or "")]
    code = "".join(spans).replace(" ", "")
    assert len(code) == 8
    assert f"http://localhost:8000/app#{code}" in visitor.html
    visitor.submit("Lav en ny kode")
    assert "Her er en ny kode." in visitor.text
    assert post(visitor, "tilslut", phone.pair_fields(code))["state"] == "error"
    spans = [words(span) for span in visitor.all("span") if "big-digits" in (span.get("class") or "")]
    paired = post(visitor, "tilslut", phone.pair_fields(" ".join(spans).lower()))
    assert (paired["state"], paired["device"]) == ("paired", phone.id)
    visitor.submit("Fortsæt")
    assert "Det var rigtigt" in visitor.text
    visitor.submit(SEND)
    seen = look(visitor, phone)
    assert "sætte godkendelsesappen op" in seen["html"]
    post(visitor, "svar", phone.answer_fields(seen["key"], "approve", shown_number(visitor)))
    visitor.submit("Fortsæt")
    assert visitor.path.endswith("/klar")
    visitor.get("/min-side/faktorer")
    assert "Godkendelsesapp" in visitor.text


def test_a_code_that_is_too_old(visitor, sqlite_core, kirsten, time):
    log_on(visitor, sqlite_core, kirsten)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="approval_app")
    time.forward(minutes=10)
    visitor.submit("Fortsæt")
    assert "Koden kan ikke bruges mere." in visitor.text
    assert [words(button) for button in visitor.by_id("form").iter("button")] == ["Lav en ny kode"]


@pytest.mark.parametrize(
    ("code", "said"),
    [("", "Skriv kodens 8 bogstaver og tal"), ("AAAA", "Vi kender ikke koden"), ("7HPK 4M2X", "Vi kender ikke koden")],
)
def test_a_code_that_is_none(visitor, phone, code, said):
    answer = post(visitor, "tilslut", phone.pair_fields(code))
    assert answer["state"] == "error"
    assert said in answer["html"]


def test_the_page_and_its_manifest_in_both_languages(visitor):
    for path, name in (("/app", "Godkendelsesapp"), ("/en/app", "Approval app")):
        visitor.get(path)
        assert visitor.h1 == name
        link = next(link for link in visitor.all("link") if link.get("rel") == "manifest")
        answer = visitor.client.get(link.get("href"))
        assert answer.headers["content-type"].startswith("application/manifest+json")
        manifest = json.loads(answer.text)
        assert (manifest["start_url"], manifest["display"]) == (path, "standalone")
        assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512", "any"}
        for icon in manifest["icons"]:
            assert visitor.client.get(icon["src"]).status_code == 200


def test_without_javascript_the_app_says_so(visitor):
    visitor.get("/app")
    assert "Appen kræver JavaScript" in visitor.text
    assert visitor.by_id("app-state").get("hidden") is not None


def test_rubbish_is_refused_quietly(visitor, phone, lone):
    for fields in ({}, {"device": "x" * 5000}, {"device": phone.id, "time": "ø", "signature": "ø"}):
        assert post(visitor, "anmodning", fields)["state"] in ("unknown", "refused")
        assert post(visitor, "svar", {**fields, "deed": "sell"})["state"] == "gone"
        assert post(visitor, "tilslut", {**fields, "code": "7HPK4M2X"})["state"] == "error"


def test_a_foreign_page_may_not_ask(visitor, phone, lone):
    answer = visitor.client.post("/app/anmodning", data=phone.look_fields(), headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


def test_the_device_is_named_by_its_browser(sqlite_core, lone):
    with sqlite_core.database.read() as db:
        assert db.get_one(Credential, lone.credentials["approval_app"]).data["device"] == "Firefox, Linux"
        assert db.get_one(Citizen, lone.id).status == "active"
