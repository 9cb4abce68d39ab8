"""The addresses that machines look for."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.exc import OperationalError


def test_robots_may_see_the_open_pages_only(client):
    lines = client.get("/robots.txt").text.splitlines()
    assert lines[:2] == ["User-agent: *", "Disallow: /"]
    assert {"Allow: /$", "Allow: /hjaelp$", "Allow: /en/help$", "Allow: /was$"} <= set(lines)
    assert not any("min-side" in line or "skift" in line or "demo" in line for line in lines)


def test_security_txt_has_what_rfc_9116_asks_for(client):
    response = client.get("/.well-known/security.txt")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    fields = [line.split(": ", 1) for line in response.text.splitlines()]
    assert {"Contact", "Expires", "Preferred-Languages", "Canonical", "Policy"} == {name for name, _ in fields}
    expires = datetime.fromisoformat(next(value for name, value in fields if name == "Expires"))
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)
    assert client.get(dict(fields)["Policy"]).status_code == 200


def test_a_password_manager_finds_the_password_page(client):
    response = client.get("/.well-known/change-password", follow_redirects=False)
    assert response.status_code == 303
    assert response.headers["location"] == "/min-side/adgangskode"


def test_a_password_manager_finds_the_passkeys(client):
    endpoints = client.get("/.well-known/passkey-endpoints").json()
    assert set(endpoints) == {"enroll", "manage"}
    assert endpoints["manage"] == "http://localhost:8000/min-side/faktorer"
    for address in endpoints.values():
        response = client.get(address, follow_redirects=False)
        assert response.headers["location"].startswith("/log-paa?next=")


def test_unknown_well_known_addresses_are_not_found(client):
    path = "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200"
    assert client.get(path).status_code == 404


def test_the_icon(client):
    response = client.get("/favicon.ico")
    assert response.headers["content-type"] == "image/x-icon"
    assert response.headers["cache-control"].startswith("public")


def test_health_is_the_databases(client, sqlite_core, monkeypatch):
    assert client.get("/health").status_code == 200

    def gone():
        raise OperationalError("SELECT 1", {}, Exception("gone"))

    monkeypatch.setattr(sqlite_core.database, "ready", gone)
    assert client.get("/health").status_code == 503
