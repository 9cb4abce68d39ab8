"""Min side in a real Chromium: the judge that speaks while a password is typed, and a security key that is added."""

import pytest

from tests.support.account import citizen_of
from tests.support.browser import add_virtual_authenticator
from tests.support.world import PASSWORD, card_code, give_factor, make_citizen

pytestmark = pytest.mark.browser

NEW = "blå traktor spiser havregrød"


@pytest.fixture
def maja(live):
    person = make_citizen(live.core, "maja1234")
    give_factor(live.core, person, "code_card")
    return person


def log_on(live, page, person):
    page.goto(live.url + "/log-paa")
    page.get_by_label("Bruger-ID").fill(person.user_id)
    page.locator("#password").fill(PASSWORD)
    page.locator("#form button[type=submit]").first.click()
    page.locator("#code").fill(card_code(live.core, person.credentials["code_card"]))
    page.locator("#form button[type=submit]").first.click()
    page.get_by_role("heading", name="Min side", level=1).wait_for()


def test_the_judge_speaks_in_a_region_that_was_there_and_focus_stays(live, new_page, maja):
    page = new_page()
    log_on(live, page, maja)
    page.goto(live.url + "/min-side/adgangskode")
    region = page.locator("#password-strength[role=status]")
    assert region.inner_text().strip() == ""
    page.locator("#password").press_sequentially("qwertyuiop")
    region.get_by_text("række taster").wait_for()
    assert page.evaluate("document.activeElement.id") == "password"
    page.locator("#password").fill(NEW)
    region.get_by_text("Du kan bruge den.").wait_for()
    page.get_by_role("button", name="Gem adgangskoden").click()
    page.get_by_role("heading", name="Min side", level=1).wait_for()
    assert live.core.passwords.check(citizen_of(live.core, maja).password_hash, NEW).ok


def test_a_security_key_is_added(live, new_page, maja):
    page = new_page()
    add_virtual_authenticator(page)
    log_on(live, page, maja)
    page.goto(live.url + "/min-side/faktorer/tilfoej")
    page.locator("input[value=security_key]").check()
    page.get_by_role("button", name="Fortsæt").click()
    for _ in range(2):
        page.locator("#form button[type=submit]").first.click()
        page.wait_for_load_state()
    page.get_by_role("heading", name="Klar til brug").wait_for()
