"""Trying the code card out: a few lines of a practice card, with the number that is asked among them."""

from app.core.factor import Context, Question
from app.core.models import Credential
from app.core.sealed import keys_of
from app.factors.code_card import check, layout, pages
from app.ui.factor_pages import Shown
from app.ui.rehearsal import Rehearsal

LINES = 10


def begin(context: Context, credential: Credential) -> Question:
    """A card like any other, and the number that it is asked first."""
    check.prepare(context, credential, {})
    return check.ask(context, credential, requested=True)


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The ten lines of the card among which the asked one is."""
    first = min(question["position"] // LINES * LINES, check.SIZE - LINES)
    rows = check.table(keys_of(context.db), credential)[first : first + LINES]
    lines = [layout.Entry(layout.place(first + n), *row) for n, row in enumerate(rows)]
    return pages.show(context, credential, question) | {"lines": lines}


REHEARSAL = Rehearsal(begin, show)
