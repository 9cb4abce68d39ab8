"""Factors that are a thing of their own: a second window, a key in the machine, a telephone, a device to press."""

from urllib.parse import urlsplit

import pyotp

from a11y_tests.browser import SecurityKey
from a11y_tests.journeys.blind.citizen import Blind
from a11y_tests.journeys.blind.hands import InHand, give
from a11y_tests.journeys.secrets import Inbox
from a11y_tests.portal import Portal

PAIRING_CODE = r"(?:[0-9A-Z] ){7}[0-9A-Z]"


class ApprovalApp(InHand):
    """The approval app in a second window, which is as blind as the first."""

    kind = "approval_app"

    def __init__(self, phone: Blind, address: str) -> None:
        self.phone, self.address = phone, address

    def set_up(self, me: Blind) -> None:
        """Write the code there; the first window goes on by itself."""
        code = me.after("write_this_code", PAIRING_CODE)
        for window in (me, self.phone):
            window.keep_secret(code)
        self.phone.open(self.address)
        self.phone.write("other_screen_code", code.lower())
        self.phone.press_here("connect_device")
        self.phone.wait_for_focus("device_connected")
        me.wait_until_it_goes_on()

    def answer(self, me: Blind) -> None:
        """Send a request, hear it there, write the number there."""
        before = len(self.phone.ears.heard)
        me.press("send_request")
        me.read("we_sent")
        number = me.after("write_this_number", r"\d \d")
        self.phone.hear("new_request", since=before)
        self.phone.write("other_screen_number", number)
        self.phone.press_here("approve")
        self.phone.wait_for_focus("approved")
        me.wait_until_it_goes_on()


class Reader(InHand):
    """The code reader page in a second window, which gives codes as text: a braille display reads it."""

    kind = "reader_page"

    def __init__(self, device: Blind, address: str) -> None:
        self.device, self.address = device, address

    def set_up(self, me: Blind) -> None:
        """Write the code there, and choose text."""
        code = me.after("write_connection_code", PAIRING_CODE)
        for window in (me, self.device):
            window.keep_secret(code)
        self.device.open(self.address)
        self.device.write("connection_code", code)
        self.device.press("connect_device")
        self.device.arrive("reader")
        self.device.read("reader_connected")
        self.device.follow("reader_style")
        self.device.arrive("how_you_get_it")
        self.device.choose_from_list("how", "only_text")
        self.device.press("keep")
        self.device.read("choice_kept")

    def answer(self, me: Blind) -> None:
        """Have the code made there, and write it here."""
        self.device.open(self.address)
        self.device.press("show_code")
        code = self.device.after("your_code", r"(?:\d ){5}\d")
        self.device.keep_secret(code)
        give(me, "device_code", code)


class Plugged(SecurityKey):
    """A security key that can be taken out again."""

    def take_out(self) -> None:
        """It is gone, with everything on it."""
        self._session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self._id})


class Key(InHand):
    """A security key. It is plugged into the window when it is set up; one that a demo citizen has, at once."""

    kind = "security_key"

    def __init__(self) -> None:
        self.plugged: Plugged | None = None

    @classmethod
    def of(cls, me: Blind, portal: Portal, held: dict[str, str]) -> "Key":
        """The key that a demo citizen has."""
        key = cls()
        key.plugged = Plugged(me.page)
        key.plugged.hold(held, urlsplit(portal.url).hostname or "localhost")
        return key

    def set_up(self, me: Blind) -> None:
        """Plug it in, and press the button before a hand is at the key: the page says that it waits. Then begin again.

        There is nothing to read off the page: browser and key talk together.
        """
        self.plugged = Plugged(me.page)
        self.plugged.touch(False)
        me.press_here("use_key")
        me.hear("key_waits")
        me.load_again()
        self.plugged.touch(True)

    def lose(self) -> None:
        """It is not in the machine any more."""
        assert self.plugged is not None
        self.plugged.take_out()

    def answer(self, me: Blind) -> None:
        """Let the browser ask the key; whoever holds it touches it."""
        me.press("use_key")


class Telephone(InHand):
    """The audio code: what was said on the telephone."""

    kind = "audio_code"

    def __init__(self, portal: Portal, number: str) -> None:
        self.portal, self.number = portal, number

    def tell(self, me: Blind) -> bool:
        """The number to call."""
        me.write("telephone", self.number)
        return True

    def answer(self, me: Blind) -> None:
        """Ask to be called, listen, write."""
        inbox = Inbox(self.portal, self.number)
        me.press("call_me")
        me.read("we_call")
        give(me, "call_code", inbox.code())


class Device(InHand):
    """A device that speaks a code when it is pressed (HOTP)."""

    kind = "code_device"

    def __init__(self, serial: str, seed: str) -> None:
        self.serial = serial
        self._codes = pyotp.HOTP(seed)
        self._presses = 0

    def tell(self, me: Blind) -> bool:
        """The serial number stands on its back."""
        me.keep_secret(self.serial)
        me.write("serial", self.serial)
        return True

    def answer(self, me: Blind) -> None:
        """Press it, and write what it says."""
        code = self._codes.at(self._presses)
        self._presses += 1
        give(me, "device_code", code)
