"""How the code reader is shown to the browser that logs on or sets it up. What the device shows is `views.py`."""

from sqlalchemy.orm import Session as DbSession

from app.core import clock, pairing
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.reader_page import check, device, views
from app.factors.reader_page.style import Style
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_
from app.ui.visit import Visit


class ReaderCodeForm(Form):
    """The code that the device gave."""

    code = Code(
        N_("Code from your device"),
        [Filled(N_("Write the 6 digits that your device gives you."))],
        description=N_("6 digits. You may write spaces."),
    )


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """Where the code reader is; the pairing code while no device has used it.

    elsewhere: another browser has asked since. tied: a device is connected. heard: it gives the code as sound.
    """
    paired, asked = check.is_paired(credential), check.is_asked(credential, question)
    live = not paired and clock.now() < pairing.ends(credential)
    path = context.settings.base_url.rstrip("/") + views.path(context.language)
    shown: Shown = {
        "address": path,
        "tied": paired,
        "device": credential.data.get("device", ""),
        "can_answer": asked and (paired or live),
        "heard": Style.read(credential.data.get("style", {})).heard,
        "elsewhere": paired and not asked,
        "same": False,
    }
    if not paired:
        shown |= {"ask_label": N_("Make a new connection code"), "ends_at": pairing.ends(credential)}
    if live and credential.status == "pending":
        shown["groups"] = pairing.groups(pairing.code_of(context, credential))
    return shown


def here(visit: Visit, db: DbSession, credential: Credential) -> Shown:
    """The browser that asks may not be the code reader itself: two ways in one place are one way."""
    same = device.is_of(db, credential, views.secret_of(visit))
    return {"same": True, "can_answer": False} if same else {}


PAGES = FactorPages(
    name=N_("Code reader on a device of your own"),
    tagline=N_("Your telephone, tablet or another computer speaks a code, or shows it as text."),
    good=(
        N_("You cannot see or read well, and would rather hear the code."),
        N_("You use braille: the code stands alone on a line of its own."),
        N_("Your device is old or simple. It needs no app and no JavaScript."),
    ),
    mind=(
        N_("Use headphones, or be where nobody else can hear or see the code."),
        N_("The device must be another than the one you log on with."),
        N_("Whoever holds your device can get your codes. Lock it with a PIN or the like."),
    ),
    needs=(
        N_("You need one more device with a browser and the internet."),
        N_("You must be able to copy 6 digits that you hear or read."),
    ),
    time=N_("About 40 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Get your code on your own device"),
    setup_title=N_("Connect your code reader"),
    answer=ReaderCodeForm,
    answer_field="code",
    show=show,
    here=here,
    pages=views.PAGES,
    can_ask_again=True,
    ask_first=N_("Ask from this page"),
    ask_again=N_("Start again with a new code"),
    wrong={
        "wrong": N_("That is not the newest code on your device. Check the digits, and try again."),
        "unheard": N_("Your device has not made a code yet. Get a code on the device first."),
        "expired": N_("The code is too old. Get a new one on your device."),
        "void": N_("This code can no longer be used. Get a new one on your device."),
    },
    told={
        "asked": N_("Now get a new code on your device."),
        "new_pairing": N_("Here is a new connection code. The old one can no longer be used."),
    },
)
