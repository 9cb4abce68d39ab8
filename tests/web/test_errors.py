"""Every error page for real: what happened, what to do now, and the ways on, in both languages."""

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from app.core.passwords import Busy
from app.main import build_app
from app.web import logon
from tests.conftest import BASE
from tests.support.visitor import Visitor
from tests.support.world import quick_core, quick_settings

WAYS_ON = {"da": {"/", "/log-paa", "/hjaelp"}, "en": {"/en", "/en/log-on", "/en/help"}}


def check(visitor: Visitor, status: int, heading: str, language: str = "da", ways_on: bool = True) -> None:
    assert visitor.status == status
    assert visitor.h1 == heading
    assert visitor.all("html")[0].get("lang") == language
    assert "72 00 00 00" in visitor.text.replace("\u00a0", " ")
    links = {link.get("href") for link in visitor.all("main")[0].iter("a")}
    assert (WAYS_ON[language] <= links) == ways_on


@pytest.mark.parametrize(
    ("path", "language", "heading"),
    [
        ("/findes-ikke", "da", "Siden findes ikke"),
        ("/en/nothing-here", "en", "The page is not here"),
        ("/en", "en", None),
        ("/static/nothing.css", "da", "Siden findes ikke"),
        ("/english", "da", "Siden findes ikke"),
        ("/%2e%2e/%00", "da", "Siden findes ikke"),
    ],
)
def test_unknown_address(visitor, path, language, heading):
    visitor.get(path)
    if heading:
        check(visitor, 404, heading, language)
    else:
        assert visitor.status == 200


def test_wrong_method_says_what_is_allowed(visitor):
    visitor.post("/en/help", {})
    check(visitor, 405, "The page cannot be used that way", "en")
    assert "GET" in visitor.response.headers["allow"]


def test_a_megabyte(visitor):
    visitor.post("/log-paa", {"user_id": "a" * 1_000_000})
    check(visitor, 413, "Det var for meget at sende")


def test_another_kind_of_body(visitor):
    visitor._take(visitor.client.post("/log-paa", json={"user_id": "a"}))
    check(visitor, 415, "Vi kunne ikke læse det, der blev sendt")


def test_too_many_fields(visitor):
    visitor.post("/log-paa", {f"f{number}": "1" for number in range(300)})
    check(visitor, 400, "Vi kunne ikke læse det, der blev sendt")


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_sent_from_another_site(visitor, headers):
    visitor.post("/en/log-on", {"user_id": "kirsten1", "password": "x"}, headers=headers)
    check(visitor, 403, "This was not sent from our page", "en")


def test_too_many_password_checks_at_once(visitor, sqlite_core, monkeypatch):
    def busy(*_args, **_kwargs):
        raise Busy

    monkeypatch.setattr(sqlite_core.passwords, "check", busy)
    visitor.get("/log-paa").submit(user_id="kirsten1", password="forkert-kode")
    check(visitor, 503, "Vi har travlt lige nu")
    assert visitor.response.headers["retry-after"] == "10"
    assert "10 sekunder" in visitor.text


def test_too_many_tries_from_one_network(visitor, monkeypatch):
    def refuse(*_args, **_kwargs):
        return logon.Refused("source")

    monkeypatch.setattr(logon.login, "start", refuse)
    visitor.get("/en/log-on").submit(user_id="kirsten1", password="wrong-password")
    check(visitor, 429, "Too many tries", "en")
    assert visitor.response.headers["retry-after"] == "900"
    assert "You can try again at" in visitor.text


@pytest.mark.parametrize(
    ("kind", "path", "language", "heading"),
    [
        ("blocked", "/log-paa", "da", "Din adgang er spærret"),
        ("no_way", "/en/log-on", "en", "You have no way left to log on with"),
    ],
)
def test_only_a_person_can_help(visitor, monkeypatch, kind, path, language, heading):
    monkeypatch.setattr(logon.login, "start", lambda *_args, **_kwargs: logon.Refused(kind))
    visitor.get(path).submit(user_id="kirsten1", password="the-password-is-right")
    check(visitor, 200, heading, language)
    assert "Borgerservice" in visitor.text


@pytest.mark.parametrize("path", ["/", "/log-paa", "/findes-ikke", "/en/my-page"])
def test_maintenance_on_every_address(tmp_path, path):
    core = quick_core(quick_settings(tmp_path, base_url=BASE, maintenance=True))
    visitor = Visitor(TestClient(build_app(core), base_url=BASE))
    english = path.startswith("/en")
    heading = "We are working on the portal" if english else "Vi arbejder på portalen"
    check(visitor.get(path), 503, heading, "en" if english else "da", ways_on=False)
    assert visitor.response.headers["retry-after"] == "1800"
    assert visitor.client.get("/health").status_code == 200
    core.database.engine.dispose()


def test_a_fault_of_ours_shows_nothing_of_itself(sqlite_core):
    """A route sown with a fault: the control of every "no 5xx" test."""

    def fault(_request):
        raise RuntimeError("secret inside")

    app = build_app(sqlite_core)
    app.routes.insert(0, Route("/en/fault", fault))
    app.routes.insert(0, Route("/fejl", fault))
    visitor = Visitor(TestClient(app, base_url=BASE, raise_server_exceptions=False))
    check(visitor.get("/fejl"), 500, "Noget gik galt hos os")
    assert "secret inside" not in visitor.html
    check(visitor.get("/en/fault"), 500, "Something went wrong with us", "en")
