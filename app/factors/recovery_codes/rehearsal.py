"""Trying the recovery codes out: with a list of its own, of which one code is used already."""

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.recovery_codes import check, pages
from app.ui.factor_pages import Shown
from app.ui.rehearsal import Rehearsal

FIRST_IS_USED = "1"


def begin(context: Context, credential: Credential) -> Question:
    """A list whose first code is crossed out, as one looks that has been of help."""
    check.prepare(context, credential, {})
    credential.data = {**credential.data, "used": FIRST_IS_USED}
    return check.ask(context, credential, requested=True)


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The whole list, with the question."""
    return pages.show(context, credential, question) | {"list": pages.lines_of(context, credential)}


REHEARSAL = Rehearsal(begin, show)
