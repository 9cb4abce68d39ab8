"""After log-off nothing is alive: the back button, every route, every token; and nobody is told apart by an answer."""

import re

from app.core import account
from app.core.models import Citizen
from tests.security.raw import RawClient
from tests.support.logging_on import log_on


def logged_on(world) -> RawClient:
    client = RawClient(world.app)
    with world.core.database.write() as db:
        db.get_one(Citizen, world.person.id).status = "active"
    token = log_on(world.core, world.person).token
    client.cookies["session"] = world.portal.cookies._session.sign(token).decode()
    assert client.get("/min-side").status == 200
    return client


def end_here(world, client):
    page = client.get("/log-af").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    assert client.post("/log-af", {"csrf_token": token}).status == 303


def block(world, client):
    with world.core.database.write() as db:
        account.block(db, db.get_one(Citizen, world.person.id), "not_me")


def close(world, client):
    with world.core.database.write() as db:
        account.close(db, db.get_one(Citizen, world.person.id))


def test_every_route_refuses_a_session_that_was_ended(world):
    for end in (end_here, block, close):
        client = logged_on(world)
        jar = dict(client.cookies)
        csrf = world.portal.csrf.token(world.portal.cookies._session.unsign(jar["session"]).decode())
        end(world, client)
        back = RawClient(world.app, cookies=jar)
        for page, language in world.pages("GET"):
            if page.access != "open":
                answer = back.get(world.path(page, language))
                assert answer.status == 303, (end.__name__, page.name)
                assert answer.header("location").split("?")[0] in entries(world), page.name
        before = world.change_count()
        for page, language in world.pages("POST"):
            if page.access != "open":
                answer = back.post(world.path(page, language), {"csrf_token": csrf, "credential": "x"})
                assert answer.status in (303, 403), (end.__name__, page.name)
                assert answer.status == 403 or answer.header("location").split("?")[0] in entries(world), page.name
        assert world.change_count() == before
        back.close()
        client.close()


def entries(world):
    urls = world.portal.addresses.url
    return {urls(name, language) for name in ("logon", "crossing", "recover") for language in ("da", "en")}


def test_a_page_asks_for_exactly_its_own_stage(world):
    """Stage × route: whoever stands elsewhere is sent to where that stage begins."""
    pages = world.portal.addresses.pages
    stages = {"": "home", "password": "logon_factor", "legacy": "crossing_key", "crossing": "crossing_terms"}
    stages["logged_on"] = "account"
    wanted = {"citizen": "logged_on", "fresh": "logged_on"}
    for stage, there in stages.items():
        for page, language in world.pages("GET"):
            need = wanted.get(page.access, page.access)
            if page.access == "open" or need == stage:
                continue
            answer = world.visit(pages[there]).client.get(world.path(page, language))
            assert answer.status == 303, (stage, page.name)
            assert answer.header("location").split("?")[0] in entries(world), (stage, page.name)


def test_a_fresh_page_without_a_fresh_proof_asks_for_one(world):
    client = logged_on(world)
    with world.core.database.write() as db:
        db.connection().exec_driver_sql("UPDATE session SET fresh_until = NULL")
    for page, language in world.pages("GET"):
        if page.access == "fresh":
            answer = client.get(world.path(page, language))
            confirm = world.portal.addresses.url("confirm", language)
            assert answer.header("location").split("?")[0] == confirm, page.name
    client.close()


MASKS = [re.compile(rb'(name="csrf_token" value=|data-token=)"[^"]*"'), re.compile(rb'data-now="[^"]*"')]


def masked(body: bytes) -> bytes:
    for mask in MASKS:
        body = mask.sub(b"", body)
    return body


def test_known_and_unknown_users_get_the_same_page_byte_for_byte(world):
    for path, known in (("/log-paa", "kirsten1"), ("/en/log-on", "kirsten1"), ("/skift/nemid", "210000001")):
        bodies = []
        for user_id in (known, "x" * len(known)):
            client = RawClient(world.app)
            page = client.get(path).text
            token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
            answer = client.post(path, {"csrf_token": token, "user_id": user_id, "password": "wrong"})
            assert answer.status == 200
            headers = [(name, value) for name, value in answer.headers if name != "set-cookie"]
            bodies.append((masked(answer.body).replace(user_id.encode(), b"ID"), headers, list(answer.cookies())))
            client.close()
        assert bodies[0] == bodies[1], path
