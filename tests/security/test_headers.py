"""Headers and cookies of every answer; hosts; what is never kept in a cache."""

from pathlib import Path

import pytest

from app.main import build_app
from app.ui.headers import ALWAYS
from app.ui.portal import STATIC
from tests.security.raw import RawClient
from tests.support.logging_on import right, wrong
from tests.support.world import give_factor, make_citizen, quick_core, quick_settings

HTTPS = "https://portal.example"


def every_answer(world):
    """An answer of each kind there is."""
    for page, language in world.pages("GET"):
        tab = world.visit(page)
        yield page.name, tab.client.get(world.path(page, language))
        yield f"HEAD {page.name}", tab.client.send("HEAD", world.path(page, language))
    for page, language in world.pages("POST"):
        tab = world.visit(page)
        yield f"POST {page.name}", tab.client.post(world.path(page, language), {"csrf_token": tab.csrf})
        yield f"403 {page.name}", tab.client.post(world.path(page, language), headers={"origin": "https://e.example"})
    client = world.visit(world.portal.addresses.pages["home"]).client
    yield "404", client.get("/findes-ikke")
    yield "405", client.send("DELETE", "/log-paa")
    yield "413", client.post("/log-paa", b"x" * 70_000)
    yield "415", client.post("/log-paa", b"x", headers={"content-type": "text/plain"})
    yield "421", client.get("/", headers={"host": "evil.example"})
    yield "redirect", client.get("/log-paa/")
    for path in ("/robots.txt", "/.well-known/security.txt", "/health", "/favicon.ico", "/static/nothing.css"):
        yield path, client.get(path)
    for name in {file.suffix: file.name for file in sorted(Path(STATIC).iterdir()) if file.is_file()}.values():
        yield name, client.get(f"/static/{name}")


def test_every_answer_carries_the_security_headers(world):
    for what, answer in every_answer(world):
        for name, value in ALWAYS.items():
            assert answer.header(name) == value, (what, name)
        assert answer.header("cache-control"), what
        assert not answer.header("server"), what


def test_no_page_is_kept_in_a_cache(world):
    for what, answer in every_answer(world):
        if "text/html" in answer.header("content-type") or answer.status == 303:
            assert answer.header("cache-control") == "no-store", what


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline():
    policy = ALWAYS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "*" not in policy
    for directive in ("base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert directive in policy


def test_a_fault_of_ours_is_answered_with_them_too_and_shows_nothing(world, monkeypatch):
    def crash(_request):
        raise RuntimeError("a secret of the fault")

    monkeypatch.setattr("app.ui.visit.Visit.render", crash)
    answer = world.visit(world.portal.addresses.pages["home"]).client.get("/")
    assert answer.status == 500
    assert "secret" not in answer.text
    for name, value in ALWAYS.items():
        assert answer.header(name) == value


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example", "evil.example:8000", "localhost@evil.example", "evil.example#localhost",
        "evil.example/localhost", "[::1", "[::1]", "]", "", "localhost, evil.example", "localhost\\evil.example",
        "xn--lcalhost-54a", "127.0.0.2", "0", "localhost:port", ":8000", "localhost evil.example", "a" * 5000, None,
    ],
)  # fmt: skip
def test_another_host_is_refused(world, host):
    answer = RawClient(world.app).get("/log-paa/", headers={"host": host})
    assert answer.status == 421
    assert "evil" not in answer.text


@pytest.fixture
def secure(tmp_path):
    """The portal as citizens use it: on https, under its own name."""
    core = quick_core(quick_settings(tmp_path, base_url=HTTPS))
    person = make_citizen(core)
    give_factor(core, person, "code_card")
    client = RawClient(build_app(core), base=HTTPS)
    yield core, person, client
    client.close()
    core.database.engine.dispose()


def send(client, path, core, **fields):
    """Send the form at `path` with the token that its page has."""
    page = client.get(path).text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    return client.post(path, {"csrf_token": token, **fields})


def test_every_cookie_of_a_whole_log_on_is_bound_to_the_host(secure):
    core, person, client = secure
    lines = dict(client.get("/log-paa").cookies())
    lines |= send(client, "/log-paa", core, user_id=person.user_id, password=person.password).cookies()
    lines |= send(client, "/log-paa/bekraeft", core, code=right(core, person)).cookies()
    answer = send(client, "/log-af", core)
    lines |= answer.cookies()
    assert {"__Host-form", "__Host-session", "__Host-device"} <= set(lines)
    for name, line in lines.items():
        assert name.startswith("__Host-")
        attributes = {part.strip().lower() for part in line.split(";")[1:]}
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= attributes, line
        assert not any(part.startswith("domain") for part in attributes)
    assert answer.header("clear-site-data") == '"cache", "storage"'
    assert "__Host-session" not in client.cookies


def test_https_is_kept_to(secure):
    _core, _person, client = secure
    for path in ("/", "/findes-ikke", "/static/nothing"):
        assert client.get(path).header("strict-transport-security") == "max-age=63072000; includeSubDomains"
    assert client.get("/", headers={"host": None}).status == 421


@pytest.mark.parametrize("host", ["", "evil.example/", "[::1", None])
def test_what_is_no_host_is_not_ours(secure, host):
    assert secure[2].get("/", headers={"host": host}).status == 421


def test_the_token_of_a_session_changes_at_every_step_and_the_old_one_is_dead(secure):
    core, person, client = secure
    client.cookies["__Host-session"] = "planted.by-a-thief"
    planted = dict(client.cookies)
    send(client, "/log-paa", core, user_id=person.user_id, password=person.password)
    after_password = dict(client.cookies)
    send(client, "/log-paa/bekraeft", core, code=wrong(core, person))
    assert client.cookies["__Host-session"] == after_password["__Host-session"]
    send(client, "/log-paa/bekraeft", core, code=right(core, person))
    after_factor = dict(client.cookies)
    assert len({jar["__Host-session"] for jar in (planted, after_password, after_factor)}) == 3
    assert client.get("/min-side").status == 200
    for jar in (planted, after_password):
        thief = RawClient(client.app, base=HTTPS, cookies=jar)
        assert thief.get("/min-side").status == 303
        assert thief.get("/log-paa/bekraeft").status == 303
        thief.close()
