"""Forms: WTForms with our own fields, messages and defences.

Validation happens on the server only, and an error says what to do. Text is normalised (NFC) and may hold neither
control nor direction-changing characters; a secret is never shown again.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any

from wtforms import BooleanField, EmailField, PasswordField, RadioField, SelectField, StringField, TelField
from wtforms import Form as WTForm
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError

from app.ui.i18n import N_, Message

__all__ = [
    "N_",
    "BooleanField",
    "Code",
    "EmailField",
    "Filled",
    "Form",
    "Message",
    "PasswordField",
    "RadioField",
    "SelectField",
    "StringField",
    "TelField",
    "ValidationError",
    "choices_of",
    "clean",
]

# Direction marks, embeddings, overrides and isolates (Unicode TR 36: a name must read as it is written), and the
# mark of bytes that were no UTF-8.
STRANGE_SIGNS = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffd")
TOO_OLD = N_("This page had been open too long. Check what you typed, and send it again.")
STRANGE = N_("The field holds characters that cannot be used. Write it again, or paste it as plain text.")


def clean(text: str | None) -> str | None:
    """NFC and no space at the ends; None stays None."""
    return unicodedata.normalize("NFC", text).strip() if text else text


def choices_of(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """The choices of a RadioField or SelectField: values and message ids."""
    return [SelectChoice(value, label) for value, label in pairs]


class Filled:
    """The field must not be empty; `message` says what to write."""

    field_flags: dict[str, Any] = {}  # noqa: RUF012  (no `required` attribute: screen readers would cry "invalid")

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, form: WTForm, field: Any) -> None:
        if field.data is None or (isinstance(field.data, str) and not field.data.strip()):
            field.errors[:] = []
            raise StopValidation(self.message)


class Code(StringField):
    """A one-time code of digits: one field, spaces and hyphens welcome, offered by the keyboard and the browser.

    It is a secret as it is used once: it is never shown again.
    """

    secret = True

    def __init__(self, label: str, validators: Any = None, *, digits: int = 6, **kwargs: Any) -> None:
        attributes = {
            "inputmode": "numeric",
            "autocomplete": "one-time-code",
            "class": "code",
            "spellcheck": "false",
            "autocapitalize": "off",
        }
        super().__init__(label, validators, render_kw={**attributes, **kwargs.pop("render_kw", {})}, **kwargs)
        self.digits = digits

    def process_formdata(self, valuelist: list[str]) -> None:
        """Keep the digits and whatever else was typed, without spaces and hyphens."""
        if valuelist:
            self.data = "".join(valuelist[0].split()).replace("-", "").replace("\u2011", "")

    def pre_validate(self, form: WTForm) -> None:
        """A code has its number of digits; nothing is guessed about another one."""
        if self.data and not (self.data.isascii() and self.data.isdigit() and len(self.data) == self.digits):
            raise StopValidation(
                Message(
                    N_("The code has %(digits)s digits, for example %(example)s."),
                    digits=self.digits,
                    example=" ".join("123456789"[: self.digits]),
                )
            )


class Form(WTForm):
    """A form that knows whether it was really sent (and not merely kept open: `resent`)."""

    def __init__(self, formdata: Any = None, **kwargs: Any) -> None:
        super().__init__(formdata, **kwargs)
        self.sent = False

    @property
    def has_errors(self) -> bool:
        """True where a field or the form itself has an error."""
        return bool(self.errors)

    def accepted(self) -> bool:
        """True where the form was sent, proved to be ours, and every field is right."""
        return self.sent and self.validate()

    def fail(self, field_name: str | None, message: str) -> None:
        """Add an error found by the core: to a field, or to the form where `field_name` is None."""
        if field_name is None:
            self.form_errors.append(message)
        else:
            errors = self[field_name].errors
            self[field_name].errors = [*errors, message]

    def validate(self, extra_validators: Any = None) -> bool:
        """WTForms' validation, after every text was looked at for strange characters."""
        right = super().validate(extra_validators)
        for field in self:
            if isinstance(field.data, str) and is_strange(field.data):
                field.errors = [STRANGE]
                right = False
        return right


def is_strange(text: str) -> bool:
    """True where the text has control characters, bytes that were no UTF-8, or marks that change its direction."""
    return any(unicodedata.category(sign) in ("Cc", "Cs") or sign in STRANGE_SIGNS for sign in text)


def legible(text: str) -> str:
    """The text without the signs that no page may hold: for showing again what was refused."""
    return "".join(sign for sign in text if not is_strange(sign))


def kept_fields(form: Form) -> dict[str, str]:
    """What was typed and may be kept for later: no password, no code."""
    return {
        field.name: field.data
        for field in form
        if isinstance(field.data, str)
        and field.data
        and not isinstance(field, PasswordField)
        and not getattr(field, "secret", False)
    }
