"""How the security key is shown. The browser asks the key; static/js/security_key.js carries the answer to the form."""

from typing import Any

from wtforms import HiddenField

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.security_key import options
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Form
from app.ui.i18n import N_

NOTHING_CAME = N_("Nothing came from a key. Your browser must allow JavaScript for this. You can also use another way.")

UNREADABLE = N_("We could not read what the key sent. Try again, or use another way.")


class Answer(HiddenField):
    """What the key answered, put there by the script; never kept and never shown."""

    secret = True


class KeyForm(Form):
    """The key's answer."""

    response = Answer()

    def validate(self, extra_validators: Any = None) -> bool:
        """Every error belongs to the form, for there is no field to go to. Without JavaScript nothing comes."""
        right = super().validate(extra_validators)
        if not self.response.data:
            self.form_errors.append(NOTHING_CAME)
        elif self.response.errors:
            self.response.errors = []
            self.form_errors.append(UNREADABLE)
        return right and not self.form_errors


def show(context: Context, credential: Credential | None, question: Question) -> Shown:
    """What the browser is asked. ceremony: create or get. second: the new key is to be tried."""
    shown: Shown = {"ceremony": "get", "options": "{}", "second": False}
    if "challenge" not in question:
        return shown
    if credential is not None and question.get("registers"):
        return shown | {"ceremony": "create", "options": options.registration(context, credential, question)}
    second = credential is not None and credential.status == "pending"
    return shown | {"options": options.assertion(context, credential, question), "second": second}


PAGES = FactorPages(
    name=N_("Security key or passkey"),
    discloses=False,
    tagline=N_(
        "A small key that you plug in or hold against the telephone, or a passkey in your telephone or computer."
    ),
    good=(
        N_("You want to write as little as possible: no code, and often no user ID or password."),
        N_("You find it hard to remember or to copy codes."),
        N_("You want the best protection against false websites. The key does not answer them."),
    ),
    mind=(
        N_("Add one more way as well, so that you can still log on if you lose the key."),
        N_("The key has a PIN, or it reads your finger or face. You choose that on the key, not here."),
    ),
    needs=(
        N_("You need a security key, or a telephone or computer with fingerprint, face or PIN."),
        N_("You need a browser with JavaScript."),
        N_("You must be able to touch the key or the device."),
    ),
    time=N_("About 10 seconds each time"),
    level_note=N_(
        "Reaches the level High with PIN, fingerprint or face on the key. "
        "A passkey that is shared between your devices reaches Substantial."
    ),
    challenge_title=N_("Use your security key"),
    setup_title=N_("Register your security key"),
    answer=KeyForm,
    show=show,
    wrong={
        "wrong": N_("The answer of the key was not right. Try again, or use another way."),
        "malformed": UNREADABLE,
        "unknown": N_("We asked for another key, or we do not know this one. Use another key, or another way."),
        "used": N_("This key is registered already. Use another key."),
        "void": N_("The time was out, or another window has asked the key. Try again."),
    },
    scripts=("simplewebauthn.js", "security_key.js"),
    button=N_("Use the key"),
)
