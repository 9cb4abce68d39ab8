"""Why a try was not taken, in words: the same for log-on, the old scheme and recovery."""

from app.core.outcomes import Refused
from app.ui import i18n
from app.ui.forms import N_, Form, Message
from app.ui.locks import locked_until
from app.ui.visit import PageError, Visit

WRONG = N_("The user ID or the password is not right. Check both, and try again.")
HUMAN = N_("There were too many wrong tries. Please call us on %(phone)s.")


def explain(visit: Visit, form: Form, refused: Refused) -> None:
    """Say it at the form, or at its field `user_id`. Raises PageError(429) where the address has tried too often."""
    if not explain_wait(visit, form, refused):
        form.fail("user_id", WRONG)


def explain_wait(visit: Visit, form: Form, refused: Refused) -> bool:
    """Say that no try is taken now; False where that is not the reason. Raises PageError(429)."""
    if refused.reason == "source":
        raise PageError(429)
    if refused.reason == "wait" and refused.until:
        form.fail(None, locked_until(visit.language, refused.until))
    elif refused.reason == "human":
        form.fail(None, Message(HUMAN, phone=i18n.phone(visit.settings.support_phone)))
    else:
        return False
    return True
