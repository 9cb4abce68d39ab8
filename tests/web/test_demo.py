"""The demo's mailbox: what was sent can be read, heard and fetched by machine, and exists in the demo only."""

import io
import wave
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from app.core import notices, outbox
from app.core.context import Core
from app.core.models import Citizen, OutboxMessage
from app.core.sealed import seal
from app.main import build_app
from tests.support.visitor import Visitor, words
from tests.support.world import Person, make_citizen, quick_core, quick_settings

HOUR = timedelta(hours=1)


@pytest.fixture
def lone(sqlite_core: Core) -> Person:
    """A citizen to whom an e-mail, a text message and a call were sent."""
    person = make_citizen(sqlite_core, email="lone@example.dk", mobile="+4534412345")
    with sqlite_core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        outbox.put(db, "email", "lone@example.dk", "contact.code", {"code": "111222"}, citizen=citizen, useful_for=HOUR)
        outbox.put(db, "sms", "+4534412345", "contact.code", {"code": "333444"}, citizen=citizen, useful_for=HOUR)
        outbox.put(db, "call", "+4534412345", "audio.code", {"code": "555666"}, citizen=citizen, useful_for=HOUR)
        notices.send(db, citizen, "password.changed")
    return person


def listed(client: TestClient, to: str = "") -> list[dict[str, str]]:
    return client.get("/demo/postkasse.json", params={"to": to} if to else {}).json()["messages"]


def call_address(client: TestClient) -> str:
    return next(mail["sound"] for mail in listed(client) if mail["channel"] == "call")


@pytest.mark.parametrize("path", ["/demo/postkasse", "/en/demo/mailbox"])
def test_an_empty_mailbox_says_so(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status == 200
    assert not visitor.all("article")
    assert "Der er ikke sendt noget endnu." in visitor.html or "Nothing has been sent yet." in visitor.html


@pytest.mark.parametrize("path", ["/demo/postkasse", "/en/demo/mailbox"])
def test_the_mailbox_shows_what_was_sent(visitor: Visitor, lone: Person, path: str) -> None:
    visitor.get(path)
    articles = [words(article) for article in visitor.all("article")]
    assert len(articles) == 5
    assert all(
        article.find(".//{*}h2") is not None or article.find(".//h2") is not None for article in visitor.all("article")
    )
    everything = " ".join(articles)
    assert "111222" in everything
    assert "@localhost #333444" in everything
    assert "5 5 5 6 6 6" in everything
    (audio,) = visitor.all("audio")
    assert audio.get("preload") == "none"
    assert audio.get("aria-label")


def test_the_messages_keep_their_own_language(visitor: Visitor, lone: Person) -> None:
    visitor.get("/en/demo/mailbox")
    assert any(element.get("lang") == "da" for element in visitor.all("div"))


@pytest.mark.parametrize(
    ("to", "channels"),
    [
        ("lone@example.dk", {"email"}),
        (" LONE@example.dk ", {"email"}),
        ("+4534412345", {"sms", "call"}),
        ("34 41 23 45", {"sms", "call"}),
        ("0045 34412345", {"sms", "call"}),
        ("one@example.dk", set()),
        ("12345", set()),
        ("nobody", set()),
        ("", {"email", "sms", "call"}),
    ],
)
def test_messages_are_found_by_recipient(client: TestClient, lone: Person, to: str, channels: set[str]) -> None:
    assert {mail["channel"] for mail in listed(client, to)} == channels


def test_the_filter_works_on_the_page(visitor: Visitor, lone: Person) -> None:
    visitor.get("/demo/postkasse?to=lone@example.dk")
    assert len(visitor.all("article")) == 2
    assert "2 beskeder til lone@example.dk." in visitor.html
    visitor.get("/demo/postkasse?to=<script>")
    assert not visitor.all("article")
    visitor.follow("Vis alle beskeder")
    assert len(visitor.all("article")) == 5


def test_machines_get_the_codes(client: TestClient, lone: Person) -> None:
    newest = listed(client)
    assert [mail["at"] for mail in newest] == sorted((mail["at"] for mail in newest), reverse=True)
    call = next(mail for mail in newest if mail["channel"] == "call")
    assert (call["code"], call["to"], call["language"]) == ("555666", "+4534412345", "da")


def test_a_call_can_be_heard(client: TestClient, lone: Person) -> None:
    response = client.get(call_address(client))
    assert response.status_code == 200
    assert response.headers["content-type"] == "audio/wav"
    assert response.headers["cache-control"] == "no-store"
    with wave.open(io.BytesIO(response.content)) as sound:
        assert sound.getnframes() / sound.getframerate() > 5


@pytest.mark.parametrize(
    ("wanted", "status", "part"),
    [
        ("bytes=0-1", 206, slice(0, 2)),
        ("bytes=44-", 206, slice(44, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=0-999999999", 206, slice(None)),
        ("bytes=999999999-", 416, slice(0, 0)),
        ("bytes=-0", 416, slice(0, 0)),
        ("bytes=5-2", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
        ("bytes=0-1,3-4", 200, slice(None)),
        ("lines=0-1", 200, slice(None)),
        ("bytes=" + "9" * 5000 + "-", 200, slice(None)),
    ],
)
def test_parts_of_the_sound(client: TestClient, lone: Person, wanted: str, status: int, part: slice) -> None:
    address = call_address(client)
    whole = client.get(address).content
    response = client.get(address, headers={"range": wanted})
    assert response.status_code == status
    assert response.content == whole[part]


def test_only_calls_have_a_sound(client: TestClient, lone: Person) -> None:
    email = next(mail for mail in listed(client) if mail["channel"] == "email")
    assert client.get(f"/demo/postkasse/{email['id']}/lyd").status_code == 404
    assert client.get("/demo/postkasse/nothing/lyd").status_code == 404
    assert client.get("/demo/postkasse/%00/lyd").status_code == 404
    assert client.get(f"/demo/postkasse/{'x' * 5000}/lyd").status_code == 404


def test_a_message_that_was_emptied_says_so(visitor: Visitor, sqlite_core: Core, lone: Person) -> None:
    with sqlite_core.database.write() as db:
        for message in db.query(OutboxMessage).filter_by(channel="call"):
            message.params = seal(db, "{}", "outbox.params")
    visitor.get("/demo/postkasse")
    assert not visitor.all("audio")
    assert "Teksten er ikke gemt længere." in visitor.html


@pytest.mark.parametrize(
    "path", ["/demo/postkasse", "/en/demo/mailbox", "/demo/postkasse.json", "/demo/postkasse/x/lyd"]
)
def test_outside_the_demo_there_is_no_mailbox(tmp_path, path: str) -> None:
    core = quick_core(quick_settings(tmp_path, demo=False))
    with TestClient(build_app(core), base_url="http://localhost:8000") as client:
        assert client.get(path).status_code == 404
    core.database.engine.dispose()
