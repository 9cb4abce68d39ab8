"""Trying a security key in a real Chromium: made, used, and each failure said; the portal keeps nothing."""

import pytest

from tests.support.browser import add_virtual_authenticator
from tests.web.test_rehearsal import everything

pytestmark = pytest.mark.browser


def test_a_key_is_tried_and_leaves_nothing_behind(live, new_page):
    before, page = everything(live.core), new_page()
    page.goto(live.url + "/proev/security_key")
    key = add_virtual_authenticator(page)
    use_key(page)
    page.get_by_role("heading", name="Trin 2 af 2").wait_for()
    assert [credential["isResidentCredential"] for credential in key.credentials] == [False]

    key.unplug()
    other = add_virtual_authenticator(page)
    use_key(page)
    page.wait_for_selector("#key-error:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "key-error"
    assert page.title().startswith("Fejl: Trin 2 af 2")
    assert "Tryk på knappen for at prøve igen" in page.locator("#key-error").inner_text()

    page.get_by_role("link", name="Begynd forfra").click()
    page.get_by_role("heading", name="Trin 1 af 2").wait_for()
    use_key(page)
    page.get_by_role("heading", name="Trin 2 af 2").wait_for()
    use_key(page)
    page.get_by_text("Vi har ikke gemt noget om din nøgle").wait_for()
    assert page.url == live.url + "/proev"
    assert len(other.credentials) == 1
    assert everything(live.core) == before


def test_without_javascript_it_says_what_is_needed(live, new_page):
    page = new_page(javascript=False)
    page.goto(live.url + "/proev/security_key")
    assert page.get_by_role("heading", name="En sikkerhedsnøgle kræver JavaScript").is_visible()
    page.get_by_role("link", name="Gå til de andre måder").click()
    assert page.url.startswith(live.url + "/proev")


def use_key(page):
    page.locator("#key-no-script").wait_for(state="hidden")
    page.get_by_role("button", name="Brug nøglen").click()
