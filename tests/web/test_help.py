"""The open pages: front page, help, help me choose, and the pages about the portal itself."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from app.demo.personas import persona
from app.main import build_app
from app.ui.i18n import translate
from app.web import help
from tests.conftest import BASE
from tests.support.visitor import Visitor, words
from tests.support.world import quick_core, quick_settings

PATHS = [page.path(language) for page in help.PAGES for language in ("da", "en")]


def test_every_open_page_is_there_and_whole(visitor):
    for path in PATHS:
        visitor.get(path)
        assert visitor.status == 200
        assert visitor.all("html")[0].get("lang") == ("en" if path.startswith("/en") else "da")
        assert len(visitor.text.split()) > 60


def test_every_link_of_an_open_page_leads_somewhere(visitor):
    hrefs = {link.get("href") or "" for path in PATHS for link in visitor.get(path).all("a")}
    for href in hrefs:
        if href.startswith("/"):
            status = visitor.client.get(href, follow_redirects=False).status_code
            assert status in (200, 303), f"{href}: {status}"
        else:
            assert href.startswith(("#", "tel:", "mailto:", "https://")), href


@pytest.mark.parametrize("query", ["", "?ask=1"])
def test_headings_descend_one_level_at_a_time(visitor, query):
    for path in PATHS:
        visitor.get(path + query)
        levels = [int(element.tag[1]) for element in visitor.root.iter() if element.tag in ("h1", "h2", "h3", "h4")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_help_me_choose_answers_without_javascript(visitor):
    visitor.get("/hjaelp/vaelg")
    form = visitor.by_id("needs")
    assert form.get("method") == "get"
    visitor.get("/hjaelp/vaelg?no_sight=y&ask=1")
    assert "Vores råd" in [words(heading) for heading in visitor.all("h2")]
    assert visitor.by_id("no_sight").get("checked") is not None
    assert visitor.by_id("no_hearing").get("checked") is None


def test_help_me_choose_keeps_the_answers_when_the_language_is_changed(visitor):
    visitor.get("/hjaelp/vaelg?no_sight=y&ask=1").follow("English")
    assert visitor.path == "/en/help/choose?no_sight=y&ask=1"
    assert visitor.by_id("no_sight").get("checked") is not None


def test_help_me_choose_sets_no_session_and_changes_nothing(visitor):
    visitor.get("/hjaelp/vaelg?hands=y&ask=1")
    assert not any("session" in name for name in visitor.client.cookies)


def test_the_demos_people_are_those_of_the_demo_country(visitor):
    old, new = persona("everyday"), persona("crossed-audio-and-card")
    assert new.new is not None
    visitor.get("/")
    for told in (old.user_id, old.password, new.new.user_id, new.new.password):
        assert told in visitor.text
    for one in (old, new):
        assert f"{one.given_name} {one.family_name}" in visitor.text


def test_the_demo_is_not_spoken_of_where_there_is_none(tmp_path):
    core = quick_core(quick_settings(tmp_path, base_url=BASE, demo=False))
    visitor = Visitor(TestClient(build_app(core), base_url=BASE)).get("/")
    assert "havkat27" not in visitor.html
    assert "demo" not in visitor.html
    core.database.engine.dispose()


def test_help_explains_every_factor_of_the_registry(visitor, sqlite_core):
    visitor.get("/hjaelp")
    headings = [words(heading) for heading in visitor.all("h3")]
    for factor in sqlite_core.factors.offered():
        assert translate("da", factor.pages.name) in headings


def test_the_statement_has_all_that_the_order_asks_for(visitor):
    text = visitor.get("/was").text
    assert "delvist" in text or "ikke loven endnu" in text
    assert "CPR-nummer" in text
    assert "Digitaliseringsstyrelsen" in text
    links = [link.get("href") or "" for link in visitor.all("main")[0].iter("a")]
    assert any(link.startswith("tel:") for link in links)
    assert any(link.startswith("mailto:") for link in links)
    assert date.today() - help.STATEMENT_WRITTEN < timedelta(days=366), "go through the accessibility statement"


def test_help_me_choose_names_the_way_to_the_level_high(visitor):
    """Nobody shuts themselves out of it unawares."""
    visitor.get("/hjaelp/vaelg?no_computer=y&ask=1")
    assert "Den første når ikke niveauet Høj. Det gør den anden." in visitor.text or (
        "Til dem skal du også have denne måde: Sikkerhedsnøgle" in visitor.text
    )
    visitor.get("/hjaelp/vaelg?no_sight=y&ask=1")
    assert "niveauet Høj. Det gør den anden" not in visitor.text
