"""No POST is believed that is not proved to come from our own page; where that has grown old, nothing typed is lost."""

from sqlalchemy import text

from tests.security.fields import fields_of

FOREIGN = {
    "no token and no word of where it came from": {"origin": None},
    "another origin": {"origin": "https://evil.example"},
    "another scheme": {"origin": "https://localhost:8000"},
    "another port": {"origin": "http://localhost:8001"},
    "a longer name": {"origin": "http://localhost.evil.example:8000"},
    "a page of another site": {"sec-fetch-site": "cross-site"},
    "a page of a sister site": {"sec-fetch-site": "same-site"},
    "no origin at all": {"origin": "null"},
}
WITH_TOKEN = [name for name, headers in FOREIGN.items() if headers.get("origin") not in (None, "null")]


def test_a_foreign_post_is_refused_on_every_page_and_changes_nothing(world):
    for page, language in world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        before = world.change_count()
        for way, headers in FOREIGN.items():
            fields = {"credential": "x", "all": "1", "everywhere": "1", "_extend": "1", "email": "a@example.dk"}
            if way in WITH_TOKEN:
                fields["csrf_token"] = tab.csrf
            assert tab.client.post(path, fields, headers=headers).status == 403, (page.name, language, way)
        assert world.change_count() == before, (page.name, language)


def test_our_own_page_grown_old_does_nothing_and_says_so(world):
    for page, language in world.pages("POST"):
        tab, path = world.visit(page), world.path(page, language)
        shown = fields_of(tab.client.get(path).text) if "GET" in page.methods else {}
        typed = {name: "skrevet af mig" for name, kind in shown.items() if kind in ("text", "email", "tel")}
        before = world.change_count()
        for token in ("", "x", "A" * 16 + tab.csrf[16:], world.portal.csrf.token("another-browser")):
            answer = tab.client.post(path, {"csrf_token": token, **typed})
            assert answer.status in (200, 204, 303, 403, 404), (page.name, answer.status)
            # A reader's page shows, without a device, the form of the page that pairs one.
            if typed and answer.status == 200 and not page.name.startswith("reader_page"):
                assert 'id="error-summary"' in answer.text, page.name
                kept = [name for name in typed if not is_code(answer.text, name)]
                assert answer.text.count("skrevet af mig") >= len(kept), (page.name, kept)
        assert world.change_count() == before, (page.name, language)


def is_code(html: str, name: str) -> bool:
    """One-time codes are secrets, and are never shown again."""
    tag = next((tag for tag in html.split("<input")[1:] if f'name="{name}"' in tag.partition(">")[0]), "")
    return "one-time-code" in tag or 'class="form-input code"' in tag


def test_a_token_differs_on_every_page_and_holds_for_its_own_browser_alone(world):
    logon = world.portal.addresses.pages["logon"]
    tab = world.visit(logon)
    tokens = {fields_of(tab.client.get("/log-paa").text, values=True)["csrf_token"] for _ in range(5)}
    assert len(tokens) == 5
    assert all(world.portal.csrf.holds(token, tab.token) for token in tokens)
    assert not any(world.portal.csrf.holds(token, "another-browser") for token in tokens)
    assert not world.portal.csrf.holds(world.portal.csrf.token(""), "")


def test_get_changes_nothing_on_any_page(world):
    query = "next=/en/help&credential=x&lang=en&_extend=1&everywhere=1"
    for page, language in world.pages("GET"):
        tab = world.visit(page)
        target = f"{world.path(page, language)}?{query}"
        before = world.change_count()
        for method in ("GET", "HEAD"):
            assert tab.client.send(method, target).status < 500, page.name
        assert world.change_count() == before, (page.name, language)


def test_a_change_is_seen(world):
    before = world.change_count()
    with world.core.database.read() as db:
        db.scalar(text("SELECT count(*) FROM citizen"))
    with world.core.database.write():
        pass
    assert world.change_count() == before
    with world.core.database.write() as db:
        db.execute(text("UPDATE citizen SET notify = 'every'"))
    assert world.change_count() != before
