"""The factors in the hands of somebody who sees nothing: how each is set up, and how its question is answered."""

import re
from collections.abc import Sequence
from typing import Protocol
from urllib.parse import urlsplit

import pyotp

from a11y_tests.browser import SecurityKey
from a11y_tests.journeys.blind.citizen import Blind
from a11y_tests.journeys.blind.tree import by_row_header
from a11y_tests.journeys.secrets import AuthenticatorApp, Inbox
from a11y_tests.portal import Portal

PAIRING_CODE = r"(?:[0-9A-Z] ){7}[0-9A-Z]"


class Hand(Protocol):
    """A factor that somebody has."""

    kind: str

    def tell(self, me: Blind) -> bool:
        """Write what the portal must know of it before it is set up; False where that is nothing."""

    def set_up(self, me: Blind) -> None:
        """Learn from the page what the factor needs."""

    def answer(self, me: Blind) -> None:
        """Answer the question of the page, and be on the next."""


class _Hand:
    def tell(self, me: Blind) -> bool:
        """Nothing to tell."""
        return False

    def set_up(self, me: Blind) -> None:
        """Nothing to set up."""


def give(me: Blind, field: str, code: str) -> None:
    """Write a code, and go on."""
    me.keep_secret(code)
    me.write(field, code)
    me.press("go_on")


class Card(_Hand):
    """The code card, noted from its table row by row."""

    kind = "code_card"

    def __init__(self, codes: dict[str, str] | None = None) -> None:
        self.codes = codes or {}

    def set_up(self, me: Blind) -> None:
        """For each number, which is the header of its row, the code."""
        self.codes = by_row_header(me.whole, me.say("column_code"))
        assert self.codes, "no table of codes is told"

    def answer(self, me: Blind) -> None:
        """The code beside the number that is asked."""
        give(me, "code", self.codes[me.after("find_number", r"\d \d \d \d")])


class CodeApp(_Hand):
    """An app for codes; its key is typed by hand."""

    kind = "authenticator_app"

    def __init__(self, seed: str = "") -> None:
        self.seed = seed

    def set_up(self, me: Blind) -> None:
        """The key stands as text, in groups of four."""
        found = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", me.text)
        assert found, "no key is told"
        self.seed = found.group().replace(" ", "")
        me.keep_secret(self.seed)
        me.press_here("copy_key")
        me.hear("copied")

    def answer(self, me: Blind) -> None:
        """The app's code just now."""
        give(me, "app_code", AuthenticatorApp(self.seed).code())


class ApprovalApp(_Hand):
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


class Plugged(SecurityKey):
    """A security key that can be taken out again."""

    def take_out(self) -> None:
        """It is gone, with everything on it."""
        self._session.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self._id})


class Key(_Hand):
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


class Telephone(_Hand):
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


class Reader(_Hand):
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


class Device(_Hand):
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


class CodeList(_Hand):
    """Recovery codes, noted from their numbered list."""

    kind = "recovery_codes"

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}

    def set_up(self, me: Blind) -> None:
        """Each line is told with its number."""
        found: Sequence[tuple[str, str]] = re.findall(r"^(\d+)\. ((?:\d ){9}\d)$", me.text, re.MULTILINE)
        self.codes = {number: code.replace(" ", "") for number, code in found}
        assert self.codes, "no list of codes is told"
        give(me, "recovery_code", self.codes[me.after("code_number", r"\d+")])

    def answer(self, me: Blind) -> None:
        """The next on the list that was not used."""
        give(me, "recovery_code", self.codes.pop(min(self.codes)))


class Slip(_Hand):
    """The temporary code that a clerk gave."""

    kind = "temporary_code"

    def __init__(self, code: str) -> None:
        self.code = code

    def answer(self, me: Blind) -> None:
        """Write it."""
        give(me, "temporary", self.code)
