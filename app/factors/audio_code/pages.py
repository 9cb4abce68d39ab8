"""How the audio code is shown: the number, the call, and the field for what was heard."""

from app.core.contact import mask_mobile
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.audio_code import check
from app.ui import i18n
from app.ui.contact_fields import MOBILE_WORDS
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form, TelField
from app.ui.i18n import N_

NO_NUMBER = N_("Write the number that we shall call, for example 34 41 23 31.")


class PhoneForm(Form):
    """The number that is called."""

    phone = TelField(
        N_("Telephone number"),
        [Filled(NO_NUMBER)],
        description=N_("A mobile or a landline. Begin with + and the country code for a foreign number."),
        render_kw={"autocomplete": "tel"},
    )


class AudioCodeForm(Form):
    """The code that was heard."""

    code = Code(
        N_("Code from the call"),
        [Filled(N_("Write the 6 digits that you heard in the call."))],
        description=N_("6 digits. You may write spaces."),
    )


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """How the number ends, and whether a call was made; the whole number only while it is being activated.

    over: there was a call, but its code can no longer be used. can_report: a call hears the key 9.
    """
    number = check.number_of(context, credential)
    opened = check.open_code(credential)
    called = question.get("state") == "called"
    live = opened if called and opened and opened["call"] == question.get("call") else None
    shown: Shown = {
        "ending": mask_mobile(number).ending,
        "can_answer": live is not None,
        "over": called and live is None,
        "ends_at": check.ends(live) if live else None,
        "pending": credential.status == "pending",
    }
    if credential.status != "pending":
        return shown
    return shown | {"phone": i18n.phone(number), "can_report": bool(context.settings.sip_uri)}


PAGES = FactorPages(
    name=N_("Audio code"),
    discloses=False,
    tagline=N_("We call your telephone and read a code aloud."),
    good=(
        N_("You cannot see or read well, or you would rather listen."),
        N_("You have a telephone, but no smartphone. A landline will do."),
        N_("You hear the code twice, one digit at a time."),
    ),
    mind=(
        N_("Use headphones, or go where nobody else can hear the call."),
        N_("A call can be listened to or sent on to another telephone. Somebody could also take over your number."),
        N_("A security key is safer. Nobody can listen to it, and a false page cannot use it."),
    ),
    needs=(
        N_("You need a telephone that you can answer."),
        N_("You must be able to hear 6 digits and write them on the page."),
    ),
    time=N_("About 1 minute each time"),
    level_note=N_("Reaches the level Substantial, and never High. Substantial is enough for nearly every service."),
    challenge_title=N_("Hear your code on the telephone"),
    setup_title=N_("Try out your audio code"),
    answer=AudioCodeForm,
    answer_field="code",
    choose=PhoneForm,
    show=show,
    wrong={
        **MOBILE_WORDS,
        "empty": NO_NUMBER,
        "premium": N_("We cannot call this kind of number. Give an ordinary mobile or landline number."),
        "not_mobile": N_("We cannot call this kind of number. Give an ordinary mobile or landline number."),
        "wrong": N_("That is not the code from the last call. Check the digits, and try again."),
        "expired": N_("The code is too old. Ask us to call again."),
        "void": N_("This code can no longer be used. Ask us to call again."),
    },
    can_ask_again=True,
    ask_first=N_("Call me now"),
    ask_again=N_("Call me again"),
    told={
        "calling": N_("We are calling you now. Answer, and press 1 when you are ready."),
        "too_soon": N_("We have just called you. Wait half a minute before you ask again."),
        "too_many": N_("We have called you so often today that we cannot call again yet. Use another way, or call us."),
    },
)
