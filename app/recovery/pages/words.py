"""What several pages of recovery say, and the fields that they share."""

from app.core.outcomes import Refused
from app.ui import i18n
from app.ui.forms import N_, Filled, Form, Message, StringField
from app.ui.locks import locked_until
from app.ui.visit import PageError, Visit

WRONG = N_("Something does not fit together. Check what you wrote, and try again.")
HUMAN = N_("There were too many wrong tries. Please call us on %(phone)s.")
NOT_YET = N_("The waiting time is not over. You can go on from %(time)s.")
STANDING = {
    "expired": N_("The time for this is over. Please begin again."),
    "stopped": N_("This was stopped. Please begin again, or call us."),
    "done": N_("This has been used already. Log on with what you made."),
    "none": N_("Nothing is under way. Please begin again."),
    "no_channel": N_("We have no e-mail address or mobile number for you. Write your password, or call us."),
}


class UserIdForm(Form):
    """Whose eID it is about."""

    user_id = StringField(
        N_("User ID"),
        [Filled(N_("Write your user ID."))],
        render_kw={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "off"},
    )


def explain(visit: Visit, form: Form, refused: Refused) -> None:
    """Put a refusal at the form, in words: what was typed stays, except secrets."""
    if refused.reason == "source":
        raise PageError(429)
    if refused.reason in ("blocked", "no_way"):
        raise PageError(200, kind="blocked")
    if refused.reason == "wait" and refused.until:
        form.fail(None, locked_until(visit.language, refused.until))
    elif refused.reason == "human":
        form.fail(None, Message(HUMAN, phone=i18n.phone(visit.settings.support_phone)))
    elif refused.reason == "waiting" and refused.until:
        form.fail(None, Message(NOT_YET, time=i18n.day_and_time(visit.language, refused.until)))
    else:
        form.fail(None, STANDING.get(refused.reason, WRONG))
