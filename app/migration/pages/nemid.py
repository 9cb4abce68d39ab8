"""Step 1: log on with the old scheme: id and password, then the key for the number that is shown."""

from starlette.responses import Response

from app.core.login import Refused
from app.core.proof import Verdict
from app.migration import legacy_logon
from app.migration.legacy_logon import HasCrossed
from app.migration.pages import steps
from app.ui import refusals
from app.ui.forms import N_, Code, Filled, Form, Message, PasswordField, StringField
from app.ui.locks import locked_until
from app.ui.routing import Page
from app.ui.visit import Visit

ID_LABEL = N_("%(old_scheme)s number, CPR number or user ID")
WRONG_KEY = N_("That key does not belong to this number. Find the number on the card, and try again.")
FEW_LEFT = N_(
    "That key does not belong to this number. You have %(tries)s tries left before the card is locked. Call us if you "
    "are in doubt."
)
VOID = N_("Another window has answered this question. Here is the next number.")
HELPED_BY_A_PERSON = ("locked", "blocked", "awaiting_activation", "no_keys")


class NemidForm(Form):
    """Id and password of the old scheme."""

    user_id = StringField(
        "",
        [Filled(N_("Write the number from your letter, your CPR number or the user ID that you chose yourself."))],
        description=N_("The number has 9 digits, and stands in the letter you got when you began."),
        render_kw={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "off"},
    )
    password = PasswordField(
        N_("Password"),
        [Filled(N_("Write the password that you use with your key card."))],
        render_kw={"autocomplete": "current-password"},
    )


class KeyForm(Form):
    """The key that stands beside the number."""

    key = Code(
        N_("Key"),
        [Filled(N_("Write the 6 digits that stand beside the number on your key card."))],
        description=N_("6 digits. You may write spaces."),
        render_kw={"autocomplete": "off"},
    )


def nemid(visit: Visit) -> Response:
    """Id and password."""
    if not legacy_logon.is_open(visit.core):
        return visit.redirect("crossing")
    form = visit.form(NemidForm)
    form.user_id.label.text = Message(ID_LABEL, old_scheme=visit.settings.old_scheme)
    if form.accepted():
        outcome = legacy_logon.start(visit.core, str(form.user_id.data), str(form.password.data), visit.browser)
        if not isinstance(outcome, Refused):
            visit.log_in(outcome.token)
            return visit.redirect("crossing_key")
        if outcome.reason in HELPED_BY_A_PERSON:
            return visit.render("crossing/by_a_person.html", reason=outcome.reason)
        refusals.explain(visit, form, outcome)
    return steps.show(visit, "nemid", "crossing_nemid", form=form)


def key(visit: Visit) -> Response:
    """The key for the number that the old card is asked."""
    form = visit.form(KeyForm)
    if form.accepted():
        asked_on_page = str(visit.fields.get("position", ""))
        position = int(asked_on_page) if asked_on_page.isascii() and asked_on_page.isdigit() else None
        outcome = legacy_logon.answer(visit.core, visit.live.id, str(form.key.data), visit.language, position)
        if isinstance(outcome, HasCrossed):
            visit.log_out()
            return visit.render("crossing/has_crossed.html", state=outcome.status)
        if not isinstance(outcome, Verdict):
            visit.log_in(outcome.token)
            return visit.redirect("crossing_go_on")
        if outcome.reason == "disabled":
            visit.log_out()
            return visit.render("crossing/by_a_person.html", reason="locked")
        _explain_key(visit, form, outcome)
    with visit.read() as db:
        identity, asked = legacy_logon.asked(db, visit.live)
    if asked is None:
        return visit.redirect("crossing_nemid")
    return steps.show(visit, "key", "crossing_nemid", form=form, asked=asked, locked_until=identity.locked_until)


def _explain_key(visit: Visit, form: KeyForm, verdict: Verdict) -> None:
    if verdict.reason == "locked" and verdict.until:
        form.fail(None, locked_until(visit.language, verdict.until))
    elif verdict.reason == "void":
        form.fail("key", VOID)
    elif verdict.tries_left is not None and verdict.tries_left <= 3:
        form.fail("key", Message(FEW_LEFT, tries=verdict.tries_left))
    else:
        form.fail("key", WRONG_KEY)


PAGES = [
    Page("crossing_nemid", "/skift/nemid", "/switch/nemid", nemid),
    Page("crossing_key", "/skift/noegle", "/switch/key", key, access="legacy"),
    Page("crossing_go_on", "/skift/videre", "/switch/go-on", steps.go_on, access="crossing", methods=("GET",)),
]
