"""E-mail and mobile as fields: what people write is accepted, and what cannot be used is explained with an example."""

from collections.abc import Callable
from typing import Any

from wtforms import Form as WTForm
from wtforms.validators import StopValidation

from app.core.contact import ContactError, parse_email, parse_mobile
from app.core.contact_codes import Confirmed
from app.ui.forms import STRANGE, Code, EmailField, Form, TelField
from app.ui.i18n import N_

EMAIL_WORDS = {
    "no_at": N_("An e-mail address has an @ in it, for example maja@example.dk."),
    "bad_name": N_("Check what stands before the @. An address looks like maja@example.dk."),
    "bad_domain": N_("Check what stands after the @. An address looks like maja@example.dk."),
    "too_long": N_("That is too long to be an e-mail address. Check it, for example maja@example.dk."),
    "control_characters": STRANGE,
}
MOBILE_WORDS = {
    "not_a_number": N_("Write the number with digits only, for example 34 41 23 31 or +46 70 123 45 67."),
    "too_short": N_("The number is too short. A Danish number has 8 digits, for example 34 41 23 31."),
    "too_long": N_("The number is too long. A Danish number has 8 digits, for example 34 41 23 31."),
    "bad_country": N_("We do not know the country code. Write it with a plus, for example +46 70 123 45 67."),
    "premium": N_("We cannot send to this kind of number. Use an ordinary mobile number."),
    "not_mobile": N_("This is not a mobile number. We send text messages, so please give a mobile number."),
    "control_characters": EMAIL_WORDS["control_characters"],
}
CODE_WORDS = {
    "malformed": N_("The code has 6 digits. Look in the message that we sent you."),
    "wrong": N_("That is not the code that we sent. Check the newest message, and try again."),
    "expired": N_("The code is too old. Ask for a new one."),
    "void": N_("This code can no longer be used. Ask for a new one."),
}


class _Parsed:
    """Validator: an optional field that is empty is right; else it is parsed, and the parsed form is kept."""

    field_flags: dict[str, Any] = {"optional": True}  # noqa: RUF012

    def __init__(self, parse: Callable[[str], str], words: dict[str, str]) -> None:
        self._parse, self._words = parse, words

    def __call__(self, form: WTForm, field: Any) -> None:
        if not (field.data or "").strip():
            field.data = ""
            return
        try:
            field.data = self._parse(field.data)
        except ContactError as error:
            raise StopValidation(self._words.get(error.code, self._words["control_characters"])) from error


class ContactForm(Form):
    """Where the citizen can be reached; each may be left out."""

    email = EmailField(
        N_("E-mail address"),
        [_Parsed(parse_email, EMAIL_WORDS)],
        description=N_("For example maja@example.dk. We send you a code to confirm it."),
        render_kw={"autocomplete": "email", "spellcheck": "false", "autocapitalize": "off"},
    )
    mobile = TelField(
        N_("Mobile number"),
        [_Parsed(parse_mobile, MOBILE_WORDS)],
        description=N_("For example 34 41 23 31. Begin with + and the country code for a foreign number."),
        render_kw={"autocomplete": "tel"},
    )


class ContactCodesForm(Form):
    """The codes that were sent; a page shows only the fields of the channels that wait."""

    email_code = Code(N_("The code from the e-mail"), description=N_("6 digits. You may write spaces."))
    mobile_code = Code(N_("The code from the text message"), description=N_("6 digits. You may write spaces."))


# channel of the core -> field of ContactForm, field of ContactCodesForm
FIELDS = {"email": ("email", "email_code"), "sms": ("mobile", "mobile_code")}


def explain_code(form: ContactCodesForm, channel: str, confirmed: Confirmed) -> None:
    """Put what was wrong with a code at its field."""
    form.fail(FIELDS[channel][1], CODE_WORDS.get(confirmed.reason, CODE_WORDS["wrong"]))
