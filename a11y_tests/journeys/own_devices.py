"""The factors on a device of one's own, in a window of its own: another traveller, `phone`."""

import re

from playwright.sync_api import expect

from a11y_tests.journeys.traveller import Traveller

# No page asks for news less often.
NEWS_MS = 5000


class Reader:
    """The code reader, a page on another device."""

    kind = "reader_page"

    def __init__(self, phone: Traveller) -> None:
        self.phone = phone

    def set_up(self, me: Traveller) -> None:
        """Open the page on the device, and write the connection code there."""
        self.phone.open("/laeser", "/en/reader")
        self.phone.fill("connection_code", pairing_code(me))
        self.phone.press("connect_device")

    def answer(self, me: Traveller) -> None:
        """Get a code on the device, and copy it."""
        me.fill("device_code", self.code())
        me.press("go_on")

    def code(self) -> str:
        """A new code. Both sound and text have been chosen on the device, so it can be read."""
        self.phone.open("/laeser", "/en/reader")
        self.phone.press("hear_code")
        return self.shown()

    def shown(self) -> str:
        """The code that the device shows."""
        return shown_digits(self.phone)


class ApprovalApp:
    """The approval app, a page on another device. Its page never changes: what it shows does. It asks for news by
    itself, and so does the screen that waits: their clocks are moved, for nobody needs to wait for that."""

    kind = "approval_app"

    def __init__(self, phone: Traveller) -> None:
        self.phone = phone
        phone.page.clock.install()

    def set_up(self, me: Traveller) -> None:
        """Open the app on the device, write the code, and wait until this page has gone on."""
        self.phone.open("/app", "/en/app")
        self.pair(pairing_code(me))
        expect(me.page.get_by_role("button", name=me.say("send_request"), exact=True)).to_be_visible()

    def pair(self, code: str) -> None:
        """Connect the device."""
        self.phone.fill("pairing_code", code)
        self.press("connect_device")
        self.shows("device_connected")

    def answer(self, me: Traveller) -> None:
        """Send a request, and approve it with the number that this page shows."""
        self.approve(self.ask(me))
        self.shows("approved")

    def ask(self, me: Traveller) -> str:
        """Send a request from the screen that waits; gives its number."""
        me.press("send_request")
        self.phone.page.clock.fast_forward(NEWS_MS)
        self.shows("have_request")
        return shown_digits(me)

    def approve(self, number: str) -> None:
        """Write a number, and approve."""
        self.phone.fill("shown_number", number)
        self.press("approve")

    def press(self, button: str) -> None:
        """Press a button of the app: no page is opened by it."""
        self.phone.page.get_by_role("button", name=self.phone.say(button), exact=True).click()

    def shows(self, heading: str) -> None:
        """Wait until the app shows this."""
        expect(self.phone.page.locator("#app-heading")).to_have_text(self.phone.say(heading))


def pairing_code(me: Traveller) -> str:
    """The code that the page shows for a device to be connected."""
    return "".join(me.page.locator("main .big-digits").all_inner_texts())


def shown_digits(me: Traveller) -> str:
    """The digits that stand alone and large on the page."""
    return re.sub(r"\s", "", me.page.locator("main .big-digits").inner_text())
