"""What several pages of recovery say, and the fields that they share."""

from app.core.outcomes import Refused
from app.ui import i18n
from app.ui.forms import N_, Filled, Form, Message, StringField
from app.ui.refusals import explain_wait
from app.ui.visit import PageError, Visit

WRONG = N_("Something does not fit together. Check what you wrote, and try again.")
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
    if explain_wait(visit, form, refused):
        return
    if refused.reason in ("blocked", "no_way"):
        raise PageError(200, kind="blocked")
    if refused.reason == "waiting" and refused.until:
        form.fail(None, Message(NOT_YET, time=i18n.day_and_time(visit.language, refused.until)))
    else:
        form.fail(None, STANDING.get(refused.reason, WRONG))
