"""The security key in a real Chromium: registered, used, and each way in which it can fail."""

import pytest

from app.core import enrol
from app.core.models import Citizen, Session
from app.demo.seeds import security_key
from app.factors.security_key import check
from tests.support.browser import add_virtual_authenticator
from tests.support.world import PASSWORD, card_code, give_factor, make_citizen

pytestmark = pytest.mark.browser

KEY = security_key("browser-test")


@pytest.fixture
def asta(live):
    """A citizen whose key is registered already."""
    person = make_citizen(live.core, "asta-key")
    with live.core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(live.core, db, citizen, "security_key", {}, name="Nøglebundtet")
        context = live.core.context(db, citizen)
        check.set_key(context, credential, credential_id=KEY["credential_id"], public_key=KEY["public_key"])
        credential.status = "active"
        person.credentials["security_key"] = credential.id
    return person


@pytest.fixture
def page(new_page):
    return new_page()


def plug_in(live, page, person, **abilities):
    """Her key, in this page's browser."""
    key = add_virtual_authenticator(page, **abilities)
    with live.core.database.read() as db:
        handle = check.user_handle(live.core.context(db, None), person.id)
    key.hold(KEY, "localhost", handle)
    return key


def start(live, page, person, path="/log-paa"):
    page.goto(live.url + path)
    page.get_by_label("Bruger-ID").fill(person.user_id)
    page.locator("#password").fill(PASSWORD)
    page.get_by_role("button", name="Fortsæt").click()


def method_of_logon(live):
    with live.core.database.read() as db:
        return db.query(Session).filter_by(stage="logged_on").one().method


def test_a_password_manager_may_be_quicker_than_the_offer_of_a_passkey(live, page, asta):
    """The offer gives the browser a new session before the page knows of it: what is sent meanwhile waits."""
    held = []
    page.route("**/log-paa/noegle/tilbud", lambda route: held.append((route, route.fetch())))
    page.goto(live.url + "/log-paa")
    page.get_by_label("Bruger-ID").fill(asta.user_id)
    page.locator("#password").fill(PASSWORD)
    for _ in range(500):
        if held:
            break
        page.wait_for_timeout(20)
    page.keyboard.press("Enter")
    route, answer = held[0]
    with page.expect_navigation(url="**/log-paa/bekraeft"):
        route.fulfill(response=answer)


def test_password_then_key(live, page, asta):
    plug_in(live, page, asta)
    start(live, page, asta)
    page.wait_for_url("**/log-paa/bekraeft")
    page.locator("#key-no-script").wait_for(state="hidden")
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_url(live.url + "/min-side")


def test_a_key_alone_logs_on_by_keyboard(live, page, asta):
    plug_in(live, page, asta)
    page.goto(live.url + "/en/log-on/key?next=/en/help")
    page.get_by_role("button", name="Use the key").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(live.url + "/en/help")
    assert method_of_logon(live) == "security_key"


def test_a_key_alone_without_verification_does_not_log_on(live, page, asta):
    plug_in(live, page, asta).verify_user(False)
    page.goto(live.url + "/log-paa/noegle")
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_selector("#key-error:not([hidden])")
    assert "/log-paa/noegle" in page.url
    with live.core.database.read() as db:
        assert db.query(Session).filter_by(stage="logged_on").count() == 0


def test_no_known_key_is_said_in_a_box_that_has_focus_and_can_be_tried_again(live, page, asta):
    key = add_virtual_authenticator(page)
    page.goto(live.url + "/log-paa/noegle")
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_selector("#key-error:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "key-error"
    assert page.title().startswith("Fejl: Log på med sikkerhedsnøgle")
    assert "Tryk på knappen for at prøve igen" in page.locator("#key-error").inner_text()
    key.unplug()
    plug_in(live, page, asta)
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_url(live.url + "/min-side")


def test_an_old_browser_is_told_so(live, page, asta):
    page.add_init_script("delete window.PublicKeyCredential")
    start(live, page, asta)
    page.get_by_role("button", name="Brug nøglen").click()
    assert "Denne browser" in page.locator("#key-error").inner_text()


def test_without_javascript_the_page_says_so(live, new_page, asta):
    page = new_page(javascript=False)
    start(live, page, asta)
    assert page.get_by_role("heading", name="En sikkerhedsnøgle kræver JavaScript").is_visible()
    page.get_by_role("link", name="Gå til de andre måder").click()
    assert page.url.endswith("/log-paa/anden-maade")


def test_a_key_is_registered_on_min_side_and_logs_on_alone_afterwards(live, page):
    person = make_citizen(live.core)
    card = give_factor(live.core, person, "code_card")
    key = add_virtual_authenticator(page)
    start(live, page, person)
    page.get_by_label("Kode", exact=True).fill(card_code(live.core, card))
    page.get_by_role("button", name="Fortsæt").click()
    register(live, page)
    page.get_by_text("Prøv nu den nye nøgle").wait_for()
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_url("**/klar")
    assert len(key.credentials) == 1
    page.context.clear_cookies()
    page.goto(live.url + "/log-paa/noegle")
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_url(live.url + "/min-side")


def test_the_same_key_cannot_be_registered_twice(live, page, asta):
    plug_in(live, page, asta)
    start(live, page, asta)
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_url(live.url + "/min-side")
    register(live, page, wait="#key-error:not([hidden])")
    assert "allerede registreret" in page.locator("#key-error").inner_text()


def register(live, page, wait="text=Prøv nu den nye nøgle"):
    """The first of the two proofs, on Min side."""
    page.goto(live.url + "/min-side/faktorer/tilfoej")
    page.get_by_label("Sikkerhedsnøgle eller adgangsnøgle").check()
    page.locator("#form button.button-primary").click()
    page.get_by_role("button", name="Brug nøglen").click()
    page.wait_for_selector(wait)


# Headless Chromium denies that it can offer passkeys in a field, and then does so: only its answer is replaced.
CAN_OFFER = "PublicKeyCredential.isConditionalMediationAvailable = async () => true"


def test_a_passkey_offered_in_the_user_id_field(live, page, asta):
    page.add_init_script(CAN_OFFER)
    plug_in(live, page, asta)
    page.goto(live.url + "/log-paa?next=/hjaelp")
    page.keyboard.press("Tab")
    page.wait_for_url(live.url + "/hjaelp")
    assert method_of_logon(live) == "security_key"


def test_who_has_no_passkey_types_as_before(live, page, asta):
    page.add_init_script(CAN_OFFER)
    add_virtual_authenticator(page)
    page.goto(live.url + "/log-paa")
    with page.expect_response("**/tilbud"):
        page.get_by_label("Bruger-ID").focus()
    start_here(page, asta)
    assert page.url.endswith("/log-paa/bekraeft")


def start_here(page, person):
    page.get_by_label("Bruger-ID").fill(person.user_id)
    page.locator("#password").fill(PASSWORD)
    page.wait_for_function("document.querySelector('#form [name=csrf_token]').value")
    page.get_by_role("button", name="Fortsæt").click()
