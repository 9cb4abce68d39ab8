"""Step 4: the factor and how much to be told."""

from starlette.responses import Response
from wtforms.validators import AnyOf

from app.core import notices
from app.migration import journey
from app.migration.pages import steps
from app.ui.choosing import advise
from app.ui.forms import N_, Form, RadioField, choices_of
from app.ui.notice_levels import CHOOSE, EXPLAINED, LEVELS
from app.ui.routing import Page
from app.ui.visit import Visit

CHOOSE_FACTOR = N_("Choose how you want to confirm that it is you.")


class ChoiceForm(Form):
    """A factor of the registry, and a level of notices."""

    factor = RadioField(N_("Your way of logging on"), choices=[], validate_choice=False)
    notify = RadioField(
        N_("How much shall we write to you?"), choices=choices_of(LEVELS.items()), validate_choice=False
    )


@steps.in_order("crossing_factor")
def factor(visit: Visit) -> Response:
    """All factors side by side, and the level of notices."""
    factors = visit.core.factors.offered()
    with visit.read() as db:
        citizen = visit.citizen(db)
        chosen = journey.of_citizen(db, citizen).factor_kind
        reachable = bool(notices.channels(db, citizen))
    form = visit.form(ChoiceForm, factor=chosen, notify=citizen.notify)
    form.factor.choices = choices_of((item.kind, item.pages.name) for item in factors)
    form.factor.validators = [AnyOf([item.kind for item in factors], message=CHOOSE_FACTOR)]
    form.notify.validators = [AnyOf(list(LEVELS), message=CHOOSE)]
    if form.accepted():
        with visit.write() as db:
            journey.choose(db, visit.citizen(db, lock=True), str(form.factor.data), str(form.notify.data))
        return visit.redirect("crossing_logon")
    return steps.show(
        visit,
        "factor",
        "crossing_factor",
        form=form,
        factors={item.kind: item for item in factors},
        advice=advise(factors, visit.request.query_params),
        explained=EXPLAINED,
        reachable=reachable,
    )


@steps.in_order("crossing_factor")
def help_choose(visit: Visit) -> Response:
    """Questions about needs; the answer leads back to the choice."""
    factors = visit.core.factors.offered()
    return steps.show(
        visit,
        "help_choose",
        "crossing_factor",
        factors={item.kind: item for item in factors},
        advice=advise(factors, visit.request.query_params),
    )


PAGES = [
    Page("crossing_factor", "/skift/valg", "/switch/choice", factor, access="crossing"),
    Page(
        "crossing_help_choose",
        "/skift/valg/hjaelp",
        "/switch/choice/help",
        help_choose,
        access="crossing",
        methods=("GET",),
    ),
]
