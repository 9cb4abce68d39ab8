"""Step 5, first half: user id and password for the new eID."""

from starlette.responses import Response

from app.core import account, user_ids
from app.core.account import UserIdTaken
from app.migration.pages import steps
from app.ui.new_logon import (
    USER_ID_PROBLEMS,
    PasswordForm,
    UserIdForm,
    accepted_hash,
    judge,
    sentences,
)
from app.ui.routing import Page
from app.ui.visit import Visit


class NewLogonForm(UserIdForm, PasswordForm):
    """User id and password on one page."""


@steps.in_order("crossing_logon")
def logon(visit: Visit) -> Response:
    """Choose both. Coming back, the password that was set may be kept by leaving the field empty."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        has_password = citizen.password_hash is not None
        suggested = account.user_id_of(db, citizen) or user_ids.suggest(
            db, account.name_of(db, citizen), citizen_id=citizen.id
        )
    form = visit.form(NewLogonForm, user_id=suggested)
    if visit.htmx and visit.request.method == "POST":
        said = sentences(judge(visit, form, str(form.user_id.data or "")))
        return visit.render("components/password_strength.html", sentences=said)
    if has_password and not form.password.data:
        form.password.validators = []
    if form.accepted() and _keep(visit, form):
        return visit.redirect("crossing_prepare")
    return steps.show(
        visit,
        "logon",
        "crossing_logon",
        form=form,
        has_password=has_password,
        suggested=suggested,
    )


def _keep(visit: Visit, form: NewLogonForm) -> bool:
    hashed = accepted_hash(visit, form, str(form.user_id.data)) if form.password.data else ""
    if hashed is None:
        return False
    with visit.write() as db:
        citizen = visit.citizen(db, lock=True)
        try:
            account.set_user_id(db, citizen, str(form.user_id.data))
        except UserIdTaken:
            form.fail("user_id", USER_ID_PROBLEMS["taken"])
            return False
        if hashed:
            account.set_password(db, citizen, hashed)
    return True


PAGES = [
    Page("crossing_logon", "/skift/bruger-id", "/switch/user-id", logon, access="crossing", form=UserIdForm),
]
