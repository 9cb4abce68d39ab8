"""Step 3: e-mail and mobile, each confirmed by a code that is sent there, each may be left out."""

from starlette.responses import Response

from app.core import contact_codes, notices
from app.core.models import Citizen
from app.migration import journey
from app.migration.pages import steps
from app.ui import helped
from app.ui.contact_fields import FIELDS, ContactCodesForm, ContactForm, explain_code
from app.ui.forms import N_, Filled
from app.ui.i18n import clock_time
from app.ui.routing import Page
from app.ui.visit import Visit

SENT_AGAIN = N_("We have sent a new code.")
TOO_SOON = N_("You can ask for a new code at %(time)s.")
WRITE_CODE = N_("Write the code that we sent you, or choose to go on without it.")


@steps.in_order("crossing_contact")
def contact(visit: Visit) -> Response:
    """Give the addresses. What is confirmed already is not confirmed again."""
    with visit.read() as db:
        known = notices.channels(db, visit.citizen(db))
        waiting = {channel: contact_codes.pending(db, visit.citizen(db), channel) for channel in FIELDS}
    shown = {FIELDS[channel][0]: waiting[channel] or known.get(channel, "") for channel in FIELDS}
    if any(shown.values()):
        helped.alone(visit)
    form = visit.form(ContactForm, **shown)
    if form.accepted():
        return _keep(visit, form, known)
    return steps.show(visit, "contact", "crossing_contact", form=form)


def _keep(visit: Visit, form: ContactForm, known: dict[str, str]) -> Response:
    with visit.write() as db:
        citizen = visit.citizen(db, lock=True)
        to_confirm = False
        for channel, (field, _code) in FIELDS.items():
            value = str(form[field].data or "")
            if value == known.get(channel, ""):
                contact_codes.forget(db, citizen, channel)
                continue
            if not value:
                contact_codes.forget(db, citizen, channel)
                contact_codes.set_address(db, citizen, channel, "")
                continue
            contact_codes.send(db, visit.settings, citizen, channel, value, patience=visit.live.patience)
            to_confirm = True
        if not to_confirm:
            journey.of_citizen(db, citizen, lock=True).contact_done = True
    return visit.redirect("crossing_contact_code" if to_confirm else "crossing_go_on")


@steps.in_order("crossing_contact")
def code(visit: Visit) -> Response:
    """Confirm by code what was given."""
    with visit.read() as db:
        citizen = visit.citizen(db)
        waiting = {channel: contact_codes.pending(db, citizen, channel) for channel in FIELDS}
    waiting = {channel: value for channel, value in waiting.items() if value}
    if not waiting:
        return visit.redirect("crossing_contact")
    form = _code_form(visit, waiting)
    if visit.sent and ("again" in visit.fields or "skip" in visit.fields):
        return _again_or_skip(visit, waiting)
    if form.accepted() and _confirm(visit, form, waiting):
        return visit.redirect("crossing_go_on")
    return steps.show(visit, "contact_code", "crossing_contact", form=form, waiting=helped.contacts(visit, waiting))


def _code_form(visit: Visit, waiting: dict[str, str]) -> ContactCodesForm:
    form = visit.form(ContactCodesForm)
    for channel, (_field, name) in FIELDS.items():
        if channel not in waiting:
            del form[name]
        else:
            form[name].validators = [Filled(WRITE_CODE), *form[name].validators]
    return form


def _confirm(visit: Visit, form: ContactCodesForm, waiting: dict[str, str]) -> bool:
    """Judge each code; what is right stays confirmed even where another is wrong."""
    with visit.write() as db:
        citizen = visit.citizen(db, lock=True)
        outcomes = {
            channel: contact_codes.confirm(db, citizen, channel, str(form[FIELDS[channel][1]].data))
            for channel in waiting
        }
        done = all(outcome.ok for outcome in outcomes.values())
        if done:
            journey.of_citizen(db, citizen, lock=True).contact_done = True
    for channel, outcome in outcomes.items():
        if outcome.ok and not done:
            del form[FIELDS[channel][1]]
            waiting.pop(channel)
        elif not outcome.ok:
            explain_code(form, channel, outcome)
    return done


def _again_or_skip(visit: Visit, waiting: dict[str, str]) -> Response:
    if "skip" in visit.fields:
        with visit.write() as db:
            citizen: Citizen = visit.citizen(db, lock=True)
            for channel in waiting:
                contact_codes.forget(db, citizen, channel)
            journey.of_citizen(db, citizen, lock=True).contact_done = True
        return visit.redirect("crossing_go_on")
    channel = str(visit.fields["again"])
    if channel in waiting:
        with visit.write() as db:
            citizen, patience = visit.citizen(db, lock=True), visit.live.patience
            wait = contact_codes.send(db, visit.settings, citizen, channel, waiting[channel], patience=patience)
        visit.flash(TOO_SOON if wait else SENT_AGAIN, **({"time": clock_time(visit.language, wait)} if wait else {}))
    return visit.redirect("crossing_contact_code")


PAGES = [
    Page("crossing_contact", "/skift/kontakt", "/switch/contact", contact, access="crossing", form=ContactForm),
    Page("crossing_contact_code", "/skift/kontakt/kode", "/switch/contact/code", code, access="crossing"),
]
