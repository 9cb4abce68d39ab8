"""How the code device is shown: its serial number, and its codes."""

from wtforms.validators import StopValidation

from app.core.factor import Context, Question
from app.core.models import Credential
from app.core.sealed import unseal
from app.factors.code_device import oath, stock
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form, StringField
from app.ui.i18n import N_

CODE_LENGTH = N_("The code has 6 to 8 digits. Write all the digits that your device gives.")


class DeviceCode(Code):
    """A code of 6 to 8 digits: how many, the device's kind decides."""

    def pre_validate(self, form: Form) -> None:  # type: ignore[override]
        """Digits only, as many as a device can give."""
        if self.data and not (self.data.isascii() and self.data.isdigit() and len(self.data) in oath.DIGITS):
            raise StopValidation(CODE_LENGTH)


class SerialForm(Form):
    """Which device."""

    serial = StringField(
        N_("Serial number"),
        [Filled(N_("Write the serial number. It stands on the back of the device."))],
        description=N_("It stands on the back of the device. You may write spaces."),
        render_kw={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"},
    )


class DeviceCodeForm(Form):
    """The code that the device shows or speaks."""

    code = DeviceCode(
        N_("Code from your device"),
        [Filled(N_("Write the digits that your device shows or speaks."))],
        description=N_("6 to 8 digits. You may write spaces."),
    )


def show(context: Context, credential: Credential, _question: Question) -> Shown:
    """How the device gives its code, whether it is pressed for one, and how its serial number ends.

    second: one code is right already, and the very next one is to be written.
    """
    device = stock.of_credential(context, credential)
    if device is None:
        return {"can_answer": False, "pending": False}
    return {
        "can_answer": True,
        "form": device.form,
        "pressed": device.kind == "hotp",
        "ending": unseal(context.db, device.serial, "device.serial")[-4:],
        "pending": credential.status == "pending",
        "second": bool(credential.data["waiting"]),
    }


PAGES = FactorPages(
    name=N_("Code display or audio code reader"),
    discloses=False,
    tagline=N_("A small device of your own shows a code, or reads it aloud."),
    good=(
        N_("You do not want to use a telephone for this."),
        N_("You cannot see: choose a device that speaks, or one with braille."),
        N_("You cannot hear: choose a device with a display."),
        N_("You are abroad or have no signal. The device needs no network."),
    ),
    mind=(
        N_("Each code works once."),
        N_("Use headphones if your device speaks and others are near."),
        N_("If you lose the device, remove it here or call us at once."),
    ),
    needs=(
        N_("You need a device that you got from us. Its serial number stands on the back."),
        N_("You must be able to read or hear 6 to 8 digits and write them on the page."),
    ),
    time=N_("About 30 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Write the code from your device"),
    setup_title=N_("Register your device"),
    answer=DeviceCodeForm,
    answer_field="code",
    choose=SerialForm,
    show=show,
    wrong={
        "unknown_serial": N_("You cannot use a device with this number. Check each sign, or call us for help."),
        "human": N_("There were too many wrong serial numbers. Call us, and we will help you."),
        "wrong": N_("That is not a code of your device. Get a new code, and write it here."),
        "malformed": N_("The code does not have the right number of digits. Write all the digits of the code."),
        "used": N_("This code has been used already. Get a new code from your device."),
        "next": N_("We must be sure that it is your device. Get the very next code, and write it here."),
        "not_next": N_("The device is the right one. But now write the code that comes right after this one."),
        "taken": N_("You cannot use a device with this number. Check each sign, or call us for help."),
        "void": N_("You cannot use this device any more. Use another way, or call us."),
    },
)
