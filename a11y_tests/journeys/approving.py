"""The approval app: connected, used, and all that goes wrong, on both screens."""

from playwright.sync_api import expect

from a11y_tests.journeys.devices import WRONG_PAIRING, begin_to_add, to_the_question
from a11y_tests.journeys.factors import InHand
from a11y_tests.journeys.own_devices import NEWS_MS, ApprovalApp, pairing_code
from a11y_tests.journeys.traveller import Traveller


def connect_app(me: Traveller, proof: InHand, app: ApprovalApp) -> None:
    """Add an approval app; the number is typed wrong, and three times in the end."""
    phone = app.phone
    phone.open("/app", "/en/app")
    phone.look("not connected")
    phone.fill("pairing_code", WRONG_PAIRING)
    app.press("connect_device")
    _wait_for_errors(phone)
    phone.look("wrong code: error")
    me.page.clock.install()
    begin_to_add(me, proof, app.kind)
    me.arrive("setup_approval_app", "to be connected")
    app.pair(pairing_code(me))
    phone.look("connected")
    _get_news(me)
    expect(me.page.get_by_role("button", name=me.say("send_request"), exact=True)).to_be_visible()
    me.look("device is connected")
    _type_wrong_numbers(me, app)
    app.approve(app.ask(me))
    app.shows("approved")
    phone.look("approved")
    _get_news(me)
    me.page.wait_for_url("**/klar" if me.language == "da" else "**/ready")


def _type_wrong_numbers(me: Traveller, app: ApprovalApp) -> None:
    number = app.ask(me)
    me.look("waits for the app")
    app.phone.look("a request")
    wrong = "10" if number != "10" else "11"
    for _ in range(2):
        app.approve(wrong)
        _wait_for_errors(app.phone)
        app.phone.fill("shown_number", "")
    app.phone.look("wrong number: error")
    app.approve(wrong)
    app.shows("request_ended")
    app.phone.look("ended")
    _get_news(me)
    expect(me.page.get_by_role("button", name=me.say("send_request"), exact=True)).to_be_visible()
    me.look("request has ended")


def _get_news(me: Traveller) -> None:
    """The screen asks what came of it, now and not in some seconds."""
    me.page.clock.fast_forward(NEWS_MS)


def _wait_for_errors(phone: Traveller) -> None:
    expect(phone.page.locator("#error-summary")).to_be_focused()


def log_on_with_app(me: Traveller, app: ApprovalApp) -> None:
    """Rejected on the device, and then reported: nobody is logged on."""
    phone = app.phone
    me.page.clock.install()
    to_the_question(me, app.kind)
    me.arrive("ask_approval_app")
    app.ask(me)
    phone.look("a request to log on")
    app.press("reject")
    app.shows("rejected")
    phone.look("rejected")
    _get_news(me)
    expect(me.page.get_by_role("button", name=me.say("send_request"), exact=True)).to_be_visible()
    me.look("rejected in the app")
    app.ask(me)
    app.press("not_me")
    app.shows("reported")
    phone.look("reported")
    _get_news(me)
    me.arrive("log_on", "reported")


def disconnect_app(app: ApprovalApp) -> None:
    """Nothing to answer, and then the device is disconnected."""
    phone = app.phone
    app.press("look_now")
    app.shows("no_requests")
    phone.page.get_by_text(phone.say("about_device"), exact=True).click()
    phone.look("nothing to answer")
    app.press("disconnect")
    app.shows("connect_this")


def see_that_app_cannot_run(me: Traveller) -> None:
    """Where the script does not come, and where the browser keeps nothing, the app says why."""
    script = "**/approval_app*.js"
    me.page.route(script, lambda route: route.abort())
    me.open("/app", "/en/app")
    expect(me.page.get_by_role("heading", name=me.say("app_needs_javascript"))).to_be_visible()
    me.look("no script")
    me.page.unroute(script)
    me.page.add_init_script("Object.defineProperty(window, 'indexedDB', {value: undefined})")
    me.open("/app", "/en/app")
    expect(me.page.get_by_role("heading", name=me.say("browser_too_old"))).to_be_visible()
    me.look("browser cannot")
