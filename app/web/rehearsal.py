"""Try it first: every way of logging on, before one depends on it and without a trace."""

from starlette.responses import Response

from app.core.factor import Factor, is_offered
from app.ui import challenge, i18n, rehearsal
from app.ui.factor_pages import NoFields
from app.ui.forms import Form
from app.ui.i18n import N_
from app.ui.rehearsal import Outcome, Practice, Rehearsal
from app.ui.routing import Page
from app.ui.sound import sound
from app.ui.visit import PageError, Visit

RIGHT = N_("That was right. This is how you will log on.")
OVER = N_("This try is over. Here is a new one.")


def index(visit: Visit) -> Response:
    """Every way that is offered, then those for an emergency; and which of them can be tried here."""
    factors = visit.core.factors
    ways = [(factor, rehearsal.of(factor) is not None) for factor in factors.offered()]
    others = [factor for factor in factors if not is_offered(factor) and rehearsal.of(factor) is not None]
    return visit.render("rehearsal/rehearsal.html", ways=ways, others=others, next=visit.next)


def practise(visit: Visit) -> Response:
    """Try one way (GET: a new practice; POST: one step of it), or read how it goes where it cannot be tried here."""
    factor = _factor(visit)
    how = rehearsal.of(factor)
    if how is None:
        return visit.render("rehearsal/explained.html", factor=factor, form=NoFields(), next=visit.next)
    kept = _sent(visit, factor.kind)
    practice = kept or _begin(visit, factor, how)
    form = visit.form(_form_of(factor, how, practice, _deed(visit)), **how.filled(practice.question))
    right = form.accepted()
    if kept is None and visit.sent:
        form.fail(None, OVER)
    elif right:
        return _step(visit, factor, how, practice, form)
    return _page(visit, factor, how, practice, form)


def listen(visit: Visit) -> Response:
    """The sound of a practice code."""
    how = rehearsal.of(_factor(visit))
    practice = rehearsal.unpack(visit.core.database.keys, visit.params["kind"], visit.params["practice"])
    if how is None or how.speak is None or practice is None or not practice.question.get("spoken"):
        raise PageError(404)
    return sound(how.speak(practice.question, visit.language), visit.request.headers.get("range"))


def _factor(visit: Visit) -> Factor:
    """The factor of the address: one that is offered, or can be tried."""
    found = next((factor for factor in visit.core.factors if factor.kind == visit.params["kind"]), None)
    if found is None or not (is_offered(found) or rehearsal.of(found)):
        raise PageError(404)
    return found


def _begin(visit: Visit, factor: Factor, how: Rehearsal) -> Practice:
    with visit.read() as db:
        return rehearsal.begin(visit.core.context(db, None, visit.language), factor, how)


def _sent(visit: Visit, kind: str) -> Practice | None:
    packed = visit.fields.get("practice")
    return rehearsal.unpack(visit.core.database.keys, kind, packed) if isinstance(packed, str) else None


def _deed(visit: Visit) -> str:
    deed = visit.fields.get("deed", "")
    return deed if isinstance(deed, str) else ""


def _form_of(factor: Factor, how: Rehearsal, practice: Practice, deed: str) -> type[Form]:
    usual: type[Form] = factor.pages.answer
    return how.form(practice.question, deed) if how.form else usual


def _step(visit: Visit, factor: Factor, how: Rehearsal, practice: Practice, form: Form) -> Response:
    """One step on: to the next question, back to the same one with an error, or to the end.

    The factor judges in a transaction that is never committed, and on a copy: a wrong try leaves no mark.
    """
    given = {**challenge.given(form), "deed": _deed(visit)}
    with visit.read() as db:
        outcome = rehearsal.judge(visit.core.context(db, None, visit.language), factor, how, practice, given)
    if not outcome.error and outcome.further is None:
        visit.done(outcome.said or RIGHT)
        return visit.redirect("rehearsal", query={"next": visit.next} if visit.next else None)
    if outcome.further is not None:
        practice = Practice(practice.credential, outcome.further)
    else:
        practice = _sent(visit, factor.kind) or practice
    if outcome.error:
        form.fail(outcome.field, outcome.error)
        return _page(visit, factor, how, practice, form)
    return _page(visit, factor, how, practice, _next_form(factor, how, practice), outcome)


def _next_form(factor: Factor, how: Rehearsal, practice: Practice) -> Form:
    """The form of a question that was not asked before: nothing of what was sent belongs to it."""
    return _form_of(factor, how, practice, "")(data=dict(how.filled(practice.question)))


def _page(
    visit: Visit, factor: Factor, how: Rehearsal, practice: Practice, form: Form, outcome: Outcome | None = None
) -> Response:
    with visit.read() as db:
        shown = how.show(visit.core.context(db, None, visit.language), practice.credential, practice.question)
    said = {}
    if outcome is not None and outcome.said:
        said = {"flash": {"kind": "success", "text": i18n.translate(visit.voice, outcome.said)}}
    context = {"factor": factor, "scripts": how.scripts, "form": form, "shown": shown, "next": visit.next}
    packed = rehearsal.pack(visit.core.database.keys, practice)
    return visit.render("rehearsal/practise.html", practice=packed, **context, **said)


PAGES = [
    Page("rehearsal", "/proev", "/try", index, methods=("GET",)),
    Page("practise", "/proev/{kind}", "/try/{kind}", practise),
    Page("practise_sound", "/proev/{kind}/lyd/{practice}", "/try/{kind}/sound/{practice}", listen, methods=("GET",)),
]
