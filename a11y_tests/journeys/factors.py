"""Using each factor: setting it up, and answering its question. One small class a factor."""

from typing import Protocol
from urllib.parse import urlsplit

from a11y_tests.browser import SecurityKey
from a11y_tests.journeys.secrets import AuthenticatorApp, CodeCard, CodeDevice, CodeList, Inbox
from a11y_tests.journeys.traveller import Traveller


class InHand(Protocol):
    """A factor that a citizen has, and can use."""

    kind: str

    def set_up(self, me: Traveller) -> None:
        """Read off the page what the factor needs. The page of the set-up is open."""

    def answer(self, me: Traveller) -> None:
        """Answer the question on the page, and be sent on."""


class Card:
    """The code card."""

    kind = "code_card"

    def __init__(self, codes: dict[str, str] | None = None) -> None:
        self.card = CodeCard(codes or {})

    def set_up(self, me: Traveller) -> None:
        """Copy the card off the page."""
        self.card = CodeCard.read_off(me.page.get_by_role("table").all_inner_texts())

    def answer(self, me: Traveller) -> None:
        """Find the number on the card, and write its code."""
        me.fill("code", self.card.answer(me.text, me.say("find_number")))
        me.press("go_on")


class App:
    """The authenticator app."""

    kind = "authenticator_app"

    def __init__(self, seed: str = "") -> None:
        self.app = AuthenticatorApp(seed) if seed else None

    def set_up(self, me: Traveller) -> None:
        """Type the key into the app."""
        self.app = AuthenticatorApp.read_off(me.text)

    def answer(self, me: Traveller) -> None:
        """Copy the code from the app."""
        assert self.app is not None
        me.fill("app_code", self.app.code())
        me.press("go_on")


class Telephone:
    """The audio code: the demo's mailbox tells what the telephone said."""

    kind = "audio_code"

    def __init__(self, number: str) -> None:
        self.number = number

    def set_up(self, me: Traveller) -> None:
        """Nothing to set up: the number was given before."""

    def answer(self, me: Traveller) -> None:
        """Ask to be called where that was not done, and write what was said."""
        inbox = Inbox(me.portal, self.number)
        me.press("call_me")
        me.look("called")
        me.fill("call_code", inbox.code())
        me.press("go_on")


class Key:
    """The security key, plugged into this window. `held`: a demo citizen's credential."""

    kind = "security_key"

    def __init__(self, me: Traveller, held: dict[str, str] | None = None) -> None:
        self.key = SecurityKey(me.page)
        if held:
            self.key.hold(held, urlsplit(me.portal.url).hostname or "localhost")

    def set_up(self, me: Traveller) -> None:
        """Nothing to read off the page: the browser and the key talk together."""

    def answer(self, me: Traveller) -> None:
        """Let the browser ask the key."""
        me.press("use_key")


class Device:
    """A code display or audio code reader. `serial`: as it stands on its back."""

    kind = "code_device"

    def __init__(self, serial: str, device: CodeDevice) -> None:
        self.serial, self.device = serial, device

    def set_up(self, me: Traveller) -> None:
        """Nothing to read off the page: the serial number was given before."""

    def answer(self, me: Traveller) -> None:
        """Press the device for its next code."""
        me.fill("device_code", self.device.code())
        me.press("go_on")


class RecoveryCodes:
    """Ten codes on a list."""

    kind = "recovery_codes"

    def __init__(self, codes: dict[str, str] | None = None) -> None:
        self.list = CodeList(codes or {})

    def set_up(self, me: Traveller) -> None:
        """Copy the list off the page."""
        self.list = CodeList.read_off(me.page.locator("main ol li").all_inner_texts())

    def answer(self, me: Traveller) -> None:
        """Write the code with the number that is asked, or the next one that was not used."""
        me.fill("recovery_code", self.list.answer(me.text, me.say("code_number")))
        me.press("go_on")


def in_hand(me: Traveller, kind: str) -> InHand:
    """A factor of a kind, for somebody who is about to set it up."""
    if kind == "recovery_codes":
        return RecoveryCodes()
    if kind == "security_key":
        return Key(me)
    if kind == "audio_code":
        assert me.person.mobile is not None
        return Telephone(me.person.mobile)
    return Card() if kind == "code_card" else App()


def owned(me: Traveller, kind: str) -> InHand:
    """A factor that a demo citizen had when the demo began."""
    factor = me.person.new_factor(kind)
    if kind == "security_key":
        return Key(me, factor)
    if kind == "audio_code":
        return Telephone(factor["mobile"])
    if kind == "code_device":
        name = f"{me.portal.url} {factor['serial']}"
        return Device(factor["serial"], CodeDevice.of(name, factor["seed"], factor["counter"]))
    if kind == "recovery_codes":
        return RecoveryCodes(factor["codes"])
    return Card(factor["codes"]) if kind == "code_card" else App(factor["seed"])
