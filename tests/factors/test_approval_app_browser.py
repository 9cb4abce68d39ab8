"""The approval app in two real browsers, computer and telephone, by keyboard alone: pair, approve, reject, report."""

import pytest

from tests.support.account import events_of
from tests.support.world import PASSWORD, card_code, give_factor, make_citizen

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def kirsten(live):
    person = make_citizen(live.core)
    give_factor(live.core, person, "code_card")
    return person


def tab_to(page, name, *, role="button"):
    """Go to a control with the Tab key alone; it must come within one round of the page."""
    target = page.get_by_role(role, name=name, exact=True)
    target.wait_for()
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} was not reached by Tab")


def press(page, name, *, role="button"):
    tab_to(page, name, role=role)
    page.keyboard.press("Enter")


def write(page, label, text):
    tab_to(page, label, role="textbox")
    page.keyboard.type(text)


def focused_text(page):
    return page.evaluate("document.activeElement.innerText")


def said(page, text):
    """Wait until the live region says it."""
    page.wait_for_function("text => document.getElementById('status').textContent.includes(text)", arg=text)


def start(page, live, person):
    page.goto(live.url + "/log-paa")
    write(page, "Bruger-ID", person.user_id)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/bekraeft")


def number_on(page):
    page.locator(".big-digits").wait_for()
    return page.locator(".big-digits").inner_text()


def pair(computer, phone, live, person):
    """Set up the app, from My page to the receipt."""
    start(computer, live, person)
    write(computer, "Kode", card_code(live.core, person.credentials["code_card"]))
    computer.keyboard.press("Enter")
    computer.wait_for_url(live.url + "/min-side")
    computer.goto(live.url + "/min-side/faktorer/tilfoej?kind=approval_app")
    press(computer, "Fortsæt")
    computer.wait_for_url("**/aktiver")
    code = "".join(computer.locator(".big-digits").all_inner_texts())
    phone.goto(live.url + "/app")
    write(phone, "Koden fra den anden skærm", code.lower())
    phone.keyboard.press("Enter")
    phone.get_by_role("heading", name="Enheden er tilsluttet").wait_for()
    assert focused_text(phone) == "Enheden er tilsluttet"
    computer.get_by_text("Det var rigtigt").wait_for()  # it went on by itself
    press(computer, "Send en anmodning til min app")
    approve(phone, number_on(computer))
    computer.wait_for_url("**/klar")


def approve(phone, number):
    said(phone, "Du har en ny anmodning.")
    write(phone, "Tallet fra den anden skærm", number)
    press(phone, "Godkend")
    phone.get_by_role("heading", name="Godkendt").wait_for()
    assert focused_text(phone) == "Godkendt"


def ask(computer, live, person):
    """From the password to the number on the screen."""
    start(computer, live, person)
    press(computer, "Send en anmodning til min app")
    return number_on(computer)


def test_pair_approve_reject_and_report_by_keyboard(live, new_page, kirsten):
    computer, phone = new_page(), new_page(**PHONE)
    pair(computer, phone, live, kirsten)

    other = new_page()
    number = ask(other, live, kirsten)
    said(phone, "Du har en ny anmodning.")
    assert phone.title().startswith("Du har en anmodning – Godkendelsesapp")
    wrong = "10" if number.replace(" ", "") != "10" else "11"
    write(phone, "Tallet fra den anden skærm", wrong)
    phone.keyboard.press("Enter")
    phone.locator("#error-summary").wait_for()
    assert phone.evaluate("document.activeElement.id") == "error-summary"
    assert "Du har 2 forsøg tilbage" in focused_text(phone)
    assert phone.title().startswith("Fejl: ")
    write(phone, "Tallet fra den anden skærm", number)
    phone.keyboard.press("Enter")
    other.wait_for_url(live.url + "/min-side")

    ask(stranger := new_page(), live, kirsten)
    said(phone, "Du har en ny anmodning.")
    press(phone, "Afvis")
    phone.get_by_role("heading", name="Afvist").wait_for()
    stranger.get_by_text("Anmodningen blev afvist i appen.").wait_for()

    press(stranger, "Send en anmodning til min app")
    number_on(stranger)
    phone.get_by_role("heading", name="Du har en anmodning").wait_for()
    press(phone, "Det var ikke mig")
    phone.get_by_role("heading", name="Tak, fordi du siger det").wait_for()
    assert phone.get_by_role("link", name="Skift din adgangskode").is_visible()
    stranger.wait_for_url(lambda url: "/log-paa/bekraeft" not in url)
    assert events_of(live.core, kirsten)[0] == "factor.reported"


def test_the_key_stays_and_cannot_be_read(live, new_page, kirsten):
    computer, phone = new_page(), new_page(**PHONE)
    pair(computer, phone, live, kirsten)
    phone.reload()
    phone.get_by_role("heading", name="Ingen anmodninger").wait_for()
    assert phone.evaluate(KEPT) == [["private", False, ["sign"], "InvalidAccessError"]]
    heights = phone.locator("#app-state button:visible").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert heights
    assert min(heights) >= 64
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    press(phone, "Se efter anmodninger nu")
    phone.wait_for_function("() => document.activeElement.id === 'app-heading'")


def test_english_link_unsupported_and_forgotten(live, new_page, kirsten):
    phone = new_page(locale="en-GB", **PHONE)
    phone.goto(live.url + "/en/app#7HPK4M2X")
    field = phone.get_by_label("Code from the other screen")
    phone.wait_for_function("() => location.hash === ''")
    assert field.input_value() == "7HPK4M2X"
    assert phone.url == live.url + "/en/app"  # the code is taken out of the address
    press(phone, "Connect the device")
    phone.locator("#error-summary").wait_for()
    assert "We do not know this code." in focused_text(phone)
    assert phone.title().startswith("Error: Connect this device – Approval app")
    old = new_page(**PHONE)
    old.add_init_script("delete window.indexedDB; Object.defineProperty(window, 'indexedDB', {value: undefined})")
    old.goto(live.url + "/en/app")
    old.get_by_role("heading", name="This browser cannot be used for the app").wait_for()


def test_a_device_can_be_disconnected_and_a_lost_connection_is_told(live, new_page, kirsten):
    computer, phone = new_page(), new_page(**PHONE)
    pair(computer, phone, live, kirsten)
    phone.reload()
    phone.get_by_role("heading", name="Ingen anmodninger").wait_for()
    phone.context.set_offline(True)
    said(phone, "Vi kan ikke få forbindelse")
    phone.context.set_offline(False)
    said(phone, "Der er forbindelse igen")
    phone.get_by_text("Mere om denne enhed").focus()
    phone.keyboard.press("Enter")
    press(phone, "Frakobl denne enhed")
    phone.get_by_role("heading", name="Tilslut denne enhed").wait_for()
    said(phone, "Denne enhed er ikke tilsluttet mere.")


KEPT = """() => new Promise((done) => {
  const opening = indexedDB.open("approval_app", 1);
  opening.onsuccess = () => {
    const all = opening.result.transaction("devices").objectStore("devices").getAll();
    all.onsuccess = () => Promise.all(all.result.map(({ key }) => crypto.subtle.exportKey("jwk", key)
      .then(() => "exported", (error) => error.name)
      .then((end) => [key.type, key.extractable, key.usages, end]))).then(done);
  };
})"""
