"""The language in which we write and call. The language of the pages stands in their address."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import account
from app.ui.forms import N_, Form, RadioField, choices_of
from app.ui.i18n import LANGUAGES
from app.ui.routing import Page
from app.ui.visit import Visit

CHANGED = N_("Your language is saved.")
NAMES = {"da": N_("Danish"), "en": N_("English")}


class LanguageForm(Form):
    """One of the languages."""

    language = RadioField(
        N_("Which language shall we use when we write or call?"),
        [AnyOf(list(LANGUAGES), message=N_("Choose Danish or English."))],
        choices=choices_of((language, NAMES[language]) for language in LANGUAGES),
        validate_choice=False,
    )


def language(visit: Visit) -> Response:
    """Choose the language of letters, messages and calls."""
    with visit.read() as db:
        chosen = visit.citizen(db).language
    form = visit.form(LanguageForm, language=chosen)
    if form.accepted():
        with visit.write() as db:
            account.set_language(db, visit.citizen(db, lock=True), str(form.language.data))
        visit.done(CHANGED)
        return visit.redirect("account")
    return visit.render("account/language.html", form=form)


PAGES = [
    Page("language", "/min-side/sprog", "/my-page/language", language, access="citizen", form=LanguageForm),
]
