"""Try it first: every offered way of logging on, before one depends on it and without a trace."""

from starlette.responses import Response

from app.core.context import Core
from app.core.factor import Factor
from app.ui import challenge, rehearsal
from app.ui.factor_pages import NoFields, Shown
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.rehearsal import Practice, Rehearsal
from app.ui.routing import Page
from app.ui.sound import sound
from app.ui.speech import speak_code
from app.ui.visit import PageError, Visit

RIGHT = N_("That was right. This is how you will log on.")
WRONG = N_("That was not right. Try as often as you like: nothing is counted.")
OVER = N_("This try is over. Here is a new one.")


def index(visit: Visit) -> Response:
    """Every offered way, and which of them can be tried here."""
    ways = [(factor, rehearsal.of(factor) is not None) for factor in visit.core.factors.offered()]
    return visit.render("rehearsal/rehearsal.html", ways=ways, next=visit.next)


def practise(visit: Visit) -> Response:
    """Try one way (GET: a new practice code; POST: judge it), or read how it goes where it cannot be tried here."""
    factor = _factor(visit.core, visit.params["kind"])
    how = rehearsal.of(factor)
    if how is None:
        return _page(visit, factor, visit.form(NoFields))
    form = visit.form(factor.pages.answer)
    practice = _sent(visit, factor.kind)
    if practice is not None and form.accepted():
        if _is_right(visit, factor, form):
            visit.done(RIGHT)
            return visit.redirect("rehearsal")
        form.fail(factor.pages.answer_field, WRONG)
    if practice is None and visit.sent:
        form.fail(None, OVER)
    return _page(visit, factor, form, how, practice)


def listen(visit: Visit) -> Response:
    """The sound of a practice code."""
    practice = rehearsal.unpack(visit.core.database.keys, visit.params["kind"], visit.params["practice"])
    if practice is None or not practice.spoken:
        raise PageError(404)
    wav = speak_code(practice.spoken, visit.language)  # type: ignore[arg-type]
    return sound(wav, visit.request.headers.get("range"))


def _factor(core: Core, kind: str) -> Factor:
    found = next((factor for factor in core.factors.offered() if factor.kind == kind), None)
    if found is None:
        raise PageError(404)
    return found


def _sent(visit: Visit, kind: str) -> Practice | None:
    packed = visit.fields.get("practice")
    return rehearsal.unpack(visit.core.database.keys, kind, packed) if isinstance(packed, str) else None


def _is_right(visit: Visit, factor: Factor, form: Form) -> bool:
    """The factor's own check, in a transaction that is never committed, on a copy: wrong tries leave no mark."""
    practice = _sent(visit, factor.kind)
    assert practice is not None
    with visit.read() as db:
        context = visit.core.context(db, None, visit.language)
        return factor.check(context, practice.credential, practice.question, challenge.given(form)).ok


def _page(
    visit: Visit, factor: Factor, form: Form, how: Rehearsal | None = None, practice: Practice | None = None
) -> Response:
    shown: Shown = {}
    packed = ""
    if how is not None:
        with visit.read() as db:
            context = visit.core.context(db, None, visit.language)
            practice = practice or rehearsal.begin(context, factor, how)
            usual = {} if practice.spoken else factor.pages.show(context, practice.credential, practice.question)
            shown = {**usual, **how.show(context, practice.credential, practice.question)}
        packed = rehearsal.pack(visit.core.database.keys, practice)
    return visit.render(
        "rehearsal/practise.html", factor=factor, form=form, can_be_tried=how is not None, shown=shown, practice=packed
    )


PAGES = [
    Page("rehearsal", "/proev", "/try", index, methods=("GET",)),
    Page("practise", "/proev/{kind}", "/try/{kind}", practise),
    Page("practise_sound", "/proev/{kind}/lyd/{practice}", "/try/{kind}/sound/{practice}", listen, methods=("GET",)),
]
