"""Any site's pages are recorded as they are; what is no page, or never ends, is told and holds nothing up."""

import pytest

from a11y_tests.evaluation import visiting
from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.patience import patient
from a11y_tests.evaluation.replay import opened
from a11y_tests.evaluation.visiting import look_at_all
from a11y_tests.screen_reader.pages import serve

PAGE = '<!doctype html><html lang="da"><meta charset="utf-8"><title>Side</title><main><h1>Side</h1>{}</main></html>'
SITE = {
    "/": PAGE.format("<p>Blåbær</p>"),
    "/view": PAGE.format("<p id=v></p><script>if (location.hash) v.textContent = 'Den anden side'</script>"),
    "/on": PAGE.format("<script>location.href = '/'</script>"),
    "/endless": PAGE.format("<script>while (true);</script>"),
}

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site():
    with serve(SITE) as address:
        yield address.rstrip("/")


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path)


def test_a_script_that_never_ends_is_told_and_the_next_page_is_recorded(browser, library, site, monkeypatch):
    monkeypatch.setattr(visiting, "MOST_SECONDS", 2)
    endless, other = look_at_all(browser, library, (f"{site}/endless", f"{site}/"))
    assert endless.broke
    assert not endless.visited
    assert not other.broke


def test_what_is_no_page_is_told(browser, library, site):
    walks = look_at_all(browser, library, ("data:application/json,{}", "http://nowhere.invalid/"))
    assert all(walk.broke for walk in walks)
    assert not list(library.captures())


def test_a_page_that_leads_on_is_recorded_where_it_led(browser, library, site):
    assert not look_at_all(browser, library, (f"{site}/on",))[0].broke
    assert [one.url for one in library.captures()] == [f"{site}/"]


def test_a_view_that_the_address_chose_is_opened_again(browser, library, site):
    look_at_all(browser, library, (f"{site}/view#/other",))
    (capture,) = library.captures()
    with opened(browser, library, capture) as subject:
        assert "Den anden side" in subject.page.inner_text("main")


def test_patience_that_does_not_end_ends_no_page(browser):
    page = browser.new_page()
    with patient(browser, 60):
        pass
    assert page.evaluate("1 + 1") == 2
    page.close()
