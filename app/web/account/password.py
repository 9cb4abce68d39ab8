"""A new password, and a new user ID."""

from starlette.responses import Response

from app.core import account, sessions
from app.core.account import UserIdTaken
from app.core.models import Session
from app.ui.forms import N_
from app.ui.new_logon import USER_ID_PROBLEMS, PasswordForm, UserIdForm, accepted_hash, judge, sentences
from app.ui.routing import Page
from app.ui.visit import Visit

PASSWORD_CHANGED = N_("Your password is changed. You are logged off everywhere else.")
USER_ID_CHANGED = N_("Your user ID is changed. Use it the next time you log on: %(user_id)s.")


def password(visit: Visit) -> Response:
    """A new password. While it is typed, htmx asks for the judge's words alone; nothing is stored then."""
    form = visit.form(PasswordForm)
    if visit.htmx and visit.sent:
        said = sentences(judge(visit, form))
        return visit.render("components/password_strength.html", sentences=said)
    hashed = accepted_hash(visit, form) if form.accepted() else None
    if hashed:
        _store(visit, hashed)
        visit.done(PASSWORD_CHANGED)
        return visit.redirect("account")
    with visit.read() as db:
        user_id = account.user_id_of(db, visit.citizen(db))
    return visit.render("account/password.html", form=form, user_id=user_id)


def _store(visit: Visit, hashed: str) -> None:
    """Every other session ends, and this one gets a new token: it is a change of privilege."""
    with visit.write() as db:
        citizen = visit.citizen(db, lock=True)
        session = db.get_one(Session, visit.live.id, with_for_update=True)
        account.set_password(db, citizen, hashed, keep_session=session.id)
        visit.log_in(sessions.rotate(db, session, visit.settings, session.stage))


def user_id(visit: Visit) -> Response:
    """A new user ID."""
    with visit.read() as db:
        current = account.user_id_of(db, visit.citizen(db))
    form = visit.form(UserIdForm, user_id=current)
    if form.accepted():
        try:
            with visit.write() as db:
                account.set_user_id(db, visit.citizen(db, lock=True), str(form.user_id.data))
            visit.done(USER_ID_CHANGED, user_id=str(form.user_id.data).strip())
            return visit.redirect("account")
        except UserIdTaken:
            form.fail("user_id", USER_ID_PROBLEMS["taken"])
    return visit.render("account/user_id.html", form=form, current=current)


PAGES = [
    Page("password", "/min-side/adgangskode", "/my-page/password", password, access="fresh"),
    Page("user_id", "/min-side/bruger-id", "/my-page/user-id", user_id, access="fresh", form=UserIdForm),
]
