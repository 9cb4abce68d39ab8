"""The ways that need a device of one's own: connecting it, using it, and all that goes wrong, on both screens."""

from a11y_tests.journeys import account, logon
from a11y_tests.journeys.factors import Device, InHand
from a11y_tests.journeys.mistakes import WRONG_CODE, leave_empty, write_wrong
from a11y_tests.journeys.own_devices import Reader, pairing_code
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import ROOMS

WRONG_PAIRING = "7HPK 4M2X"


def begin_to_add(me: Traveller, proof: InHand, kind: str) -> None:
    """From Min side to the page where a factor is set up."""
    account.visit(me, proof, "factor_add")
    me.choose(kind)
    me.press("go_on")


def connect_reader(me: Traveller, proof: InHand, reader: Reader) -> None:
    """Add a code reader, with a mistake at each step; it gives its codes as text in the end."""
    phone = reader.phone
    begin_to_add(me, proof, reader.kind)
    me.arrive("setup_reader_page", "to be connected")
    phone.open("/laeser", "/en/reader")
    phone.arrive("setup_reader_page")
    leave_empty(phone, "connect_device")
    write_wrong(phone, "connection_code", WRONG_PAIRING, "connect_device")
    phone.fill("connection_code", pairing_code(me))
    phone.press("connect_device")
    phone.arrive("reader", "somebody asks")
    me.fill("device_code", WRONG_CODE)
    me.press("go_on")
    me.look("not made yet: error")
    phone.press("hear_code")
    phone.arrive("reader", "code as sound")
    phone.press("get_new_code")
    phone.arrive("reader", "too soon: error")
    _choose_style(phone)
    _prove_with_reader(me, reader)


def _choose_style(phone: Traveller) -> None:
    phone.follow("reader_style")
    phone.look()
    phone.page.get_by_label(phone.say("how_code"), exact=True).select_option(label=phone.say("sound_and_text"))
    phone.press("keep")
    phone.arrive("reader", "code as sound and text")


def _prove_with_reader(me: Traveller, reader: Reader) -> None:
    write_wrong(me, "device_code", WRONG_CODE)
    me.fill("device_code", reader.shown())
    me.press("go_on")
    me.arrive("once_more", "once more")
    reader.answer(me)
    me.look("ready")


def log_on_with_reader(me: Traveller, reader: Reader) -> None:
    """From the password on; then on the device itself, which must be another one."""
    to_the_question(me, reader.kind)
    me.arrive("ask_reader_page")
    reader.answer(me)
    me.arrive("my_page")
    phone = reader.phone
    phone.open("/laeser", "/en/reader")
    phone.arrive("reader", "nobody asks")
    phone.press("hear_code")
    phone.look("nobody asks: error")
    to_the_question(phone, reader.kind)
    phone.arrive("ask_reader_page", "on the device itself")
    phone.open("/laeser", "/en/reader")
    phone.arrive("reader", "this browser asks")


def lose_reader(me: Traveller, reader: Reader) -> None:
    """Blocked by its owner: its page says so, and that it can be connected again."""
    me.open(*ROOMS["account"]["factors"])
    me.follow_starting(f"{me.say('lost')}: {me.say(reader.kind)}")
    me.press("yes_block")
    reader.phone.open("/laeser", "/en/reader")
    reader.phone.arrive("setup_reader_page", "no longer connected")


def register_device_anew(me: Traveller, proof: InHand, device: Device) -> None:
    """Remove a device, and register it again by its serial number."""
    account.remove(me, proof, device.kind)
    begin_to_add(me, proof, device.kind)
    me.arrive("setup_code_device", "details")
    leave_empty(me)
    write_wrong(me, "serial", "0")
    me.fill("serial", device.serial)
    me.press("go_on")
    me.arrive("setup_code_device", "two codes")
    leave_empty(me)
    write_wrong(me, "device_code", WRONG_CODE)
    device.answer(me)
    me.arrive("once_more", "once more")
    device.answer(me)
    me.look("ready")


def to_the_question(me: Traveller, kind: str) -> None:
    """From the password to a factor's question."""
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    if not me.page.get_by_role("heading", level=1).inner_text().endswith(me.say(f"ask_{kind}")):
        me.follow("another_way")
        me.press_starting(me.say(kind))
