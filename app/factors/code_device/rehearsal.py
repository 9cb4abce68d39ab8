"""Trying the code device out: the page is the device too, with a serial number, a display and a button.

It counts (HOTP): each press of its button gives the next code. Of `credential.data`, `serial` and `floor` stand for
what a real device has in the database; `credential.secret` is its seed, sealed. The rules of a real device judge.
"""

import secrets

from app.core.factor import Context, Question
from app.core.models import Credential, Device
from app.core.sealed import seal, unseal
from app.factors.code_device import check, oath, stock
from app.factors.code_device.pages import PAGES, DeviceCodeForm, SerialForm
from app.ui.factor_pages import NoFields, Shown
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.rehearsal import Given, Outcome, Rehearsal, words_for

SCREENS = ("serial", "first", "second", "logon")
SEED_BYTES = 20
DIGITS, ALGORITHM = 6, "sha1"
PRESSED = N_("The display has a new code.")
SAID = {
    "first": N_("That is the serial number of the device. Now we ask for two codes."),
    "second": N_("That was the first code. Now the next one."),
    "logon": N_("The device is registered. Now log on with one more code."),
}


def begin(context: Context, credential: Credential) -> Question:
    """A new device, and its serial number."""
    credential.secret = seal(context.db, secrets.token_hex(SEED_BYTES), "device.seed")
    serial = f"KV{secrets.randbelow(10**6):06d}"
    credential.data, credential.status = {"serial": serial, "floor": -1, "waiting": []}, "pending"
    return {"screen": SCREENS[0], "presses": 0}


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The device, and what challenge.html needs. code: what its display shows, empty before the first press."""
    screen, serial = question["screen"], credential.data["serial"]
    return {
        "screen": screen,
        "step": SCREENS.index(screen) + 1,
        "steps": len(SCREENS),
        "serial": serial,
        "code": _display(context, credential, question["presses"]),
        "can_answer": True,
        "form": "display",
        "pressed": True,
        "ending": serial[-4:],
        "second": screen == "second",
    }


def form(question: Question, deed: str) -> type[Form]:
    """The serial number, or a code. A press of the device's button sends neither."""
    if deed == "press":
        return NoFields
    return SerialForm if question["screen"] == SCREENS[0] else DeviceCodeForm


def judge(context: Context, credential: Credential, question: Question, given: Given) -> Outcome:
    """Press the button, or answer: the serial number, two codes in a row, and one more as at a log-on."""
    if given["deed"] == "press":
        return Outcome(further={**question, "presses": question["presses"] + 1}, said=PRESSED)
    if question["screen"] == SCREENS[0]:
        if stock.serial_of(given["serial"]) != credential.data["serial"]:
            return Outcome(PAGES.wrong["unknown_serial"], "serial")
        return _go_on(question)
    device = _device(credential)
    checked = check.judge(context, credential, device, given["code"])
    credential.data = {**credential.data, "floor": device.floor}
    if not checked.ok:
        return Outcome(words_for(PAGES, checked), "code", further=question)
    credential.status = "active" if question["screen"] == "second" else credential.status
    return Outcome() if question["screen"] == SCREENS[-1] else _go_on(question)


def _go_on(question: Question) -> Outcome:
    screen = SCREENS[SCREENS.index(question["screen"]) + 1]
    return Outcome(further={**question, "screen": screen}, said=SAID[screen])


def _device(credential: Credential) -> Device:
    """It is never added to the database."""
    device = Device(kind="hotp", digits=DIGITS, algorithm=ALGORITHM, period=30, drift=0, form="display")
    device.serial_digest, device.seed, device.floor = credential.id, credential.secret or "", credential.data["floor"]
    return device


def _display(context: Context, credential: Credential, presses: int) -> str:
    if not presses:
        return ""
    seed = bytes.fromhex(unseal(context.db, credential.secret, "device.seed"))
    return oath.code_at(seed, presses - 1, digits=DIGITS, algorithm=ALGORITHM)


REHEARSAL = Rehearsal(begin, show, judge, form)
