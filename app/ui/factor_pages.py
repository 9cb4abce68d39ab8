"""How a factor is shown. The core never looks here; the journeys (log-on, crossing, account) ask the registry.

Each factor has one `FactorPages`; its templates stand in `templates/factors/<kind>/`:
  challenge.html   the question and its fields, inside the form of `components/challenge.html`
  setup.html       what is shown while it is being activated, before its first proof
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session as DbSession

from app.core.factor import CannotPrepare, Context, Question
from app.core.models import Credential
from app.core.proof import Verdict
from app.ui.forms import Form
from app.ui.i18n import N_, Message
from app.ui.routing import Page

if TYPE_CHECKING:
    from app.ui.visit import Visit

Shown = dict[str, Any]


class NoFields(Form):
    """A form of buttons only."""


def nothing_to_show(_context: Context, _credential: Credential, _question: Question) -> Shown:
    """For a factor whose templates need nothing."""
    return {}


def nothing_here(_visit: "Visit", _db: DbSession, _credential: Credential) -> Shown:
    """For a factor to which it does not matter in which browser it is asked."""
    return {}


@dataclass(frozen=True)
class FactorPages:
    """The words and forms of a factor. Texts are message ids.

    name: "Code card". tagline: one sentence for the choice. good: whom it suits, a sentence each. mind: what to mind,
    a sentence each. needs: what you need, a sentence each. time: a typical log-on in words. level_note: which level it
    reaches, and what that means. challenge_title: h1 of the question. answer: the form of the answer. choose: the form
    asked before activation (a telephone number), or None. show: what challenge.html and setup.html need; secret parts
    only where the credential is pending; `can_answer` False where there is nothing to answer just now (no code was
    asked for yet), `ask_label` another label for the button that asks. wrong: message ids for the factor's own
    reasons, and for refusals of what `choose` was given.
    can_ask_again: there is a button that asks for a code, labelled `ask_first` where there is nothing to answer yet,
    else `ask_again`. told: message ids for what came of asking: the question's `outcome`.
    here: what the browser that is asked adds to `shown` (one that may not answer: `can_answer` False).
    discloses: its set-up shows a secret, so that a helper may not see it (`app.ui.helped`).
    scripts: logical names of the scripts that the templates need, in order. button: the button that sends the answer.
    """

    name: str
    tagline: str
    good: tuple[str, ...]
    mind: tuple[str, ...]
    needs: tuple[str, ...]
    time: str
    level_note: str
    challenge_title: str
    setup_title: str
    answer: type[Form]
    answer_field: str | None = None
    choose: type[Form] | None = None
    show: Callable[[Context, Credential, Question], Shown] = nothing_to_show
    wrong: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    scripts: tuple[str, ...] = ()
    button: str = N_("Go on")
    can_ask_again: bool = False
    ask_first: str = N_("Send me a code")
    ask_again: str = N_("Send me a new code")
    told: Mapping[str, str] = field(default_factory=dict)
    discloses: bool = True
    manage: tuple[tuple[str, str], ...] = ()
    here: Callable[["Visit", DbSession, Credential], Shown] = nothing_here


REASONS = {
    "wrong": N_("That was not right. Try again."),
    "malformed": N_("That cannot be right. Check it, and try again."),
    "expired": N_("The time for this is over. Ask for a new one."),
    "used": N_("This code has been used already. Use a new one."),
    "void": N_("This question is no longer valid. Start again from here."),
    "unknown": N_("We do not know this one. Use another, or log on another way."),
    "unverified": N_("We also need your PIN, fingerprint or face on the key. Try again."),
    "over": N_("You cannot use this any more. Use another way, or call us."),
    "disabled": N_("This way of logging on is blocked after too many wrong tries. Use another way, or call us."),
}
NEW_CODE = N_("You have asked for a new code.")
FEW_LEFT = N_("%(said)s You have %(tries)s tries left before this way of logging on is blocked.")
SHOW_TRIES_FROM = 5


def words_for(pages: FactorPages, verdict: Verdict, locked: Callable[[Any], str]) -> str:
    """The message for a verdict that was not right; `locked` says until when it cannot be tried."""
    if verdict.reason == "locked" and verdict.until:
        return locked(verdict.until)
    said = Message(pages.wrong.get(verdict.reason) or REASONS.get(verdict.reason, REASONS["wrong"]))
    if verdict.tries_left is not None and verdict.tries_left <= SHOW_TRIES_FROM:
        return Message(FEW_LEFT, said=said, tries=verdict.tries_left)
    return said


def words_for_asking(pages: FactorPages, question: Question) -> str:
    """The message for what came of asking for a code."""
    return pages.told.get(question.get("outcome", ""), NEW_CODE)


def words_for_refusal(
    form: Form, error: CannotPrepare, messages: Mapping[str, str], locked: Callable[[Any], str]
) -> None:
    """Put a refusal of what the citizen gave at its field; `locked` says until when it cannot be tried."""
    said = messages.get(error.code, REASONS["malformed"])
    if error.until:
        said = locked(error.until)
    form.fail(error.field if error.field in form else None, said)
