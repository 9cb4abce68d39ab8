"""Where the citizen can be reached: an e-mail address and a mobile number, each confirmed by a code sent there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from app.core import contact_codes, notices
from app.ui import helped, i18n
from app.ui.contact_fields import CODE_WORDS, ContactForm
from app.ui.factor_pages import NoFields
from app.ui.forms import N_, Code, Filled, Form, Message, ValidationError
from app.ui.routing import Page, View
from app.ui.visit import Visit

TOO_SOON = N_("We have just sent a code there. You can ask for another at %(time)s.")
SENT_AGAIN = N_("We have sent a new code. The old one no longer works.")
CONFIRMED = {
    "email": N_("Your e-mail address is confirmed: %(address)s."),
    "sms": N_("Your mobile number is confirmed: %(address)s."),
}
REMOVED = {
    "email": N_("Your e-mail address is removed."),
    "sms": N_("Your mobile number is removed."),
}


class EmailForm(ContactForm):
    """A new e-mail address."""

    mobile = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email.flags.optional = False

    def validate_email(self, field: Any) -> None:
        """To have none, one removes it: an empty field is a slip."""
        if not field.data:
            raise ValidationError(N_("Write your e-mail address, for example maja@example.dk."))


class MobileForm(ContactForm):
    """A new mobile number."""

    email = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mobile.flags.optional = False

    def validate_mobile(self, field: Any) -> None:
        """To have none, one removes it: an empty field is a slip."""
        if not field.data:
            raise ValidationError(N_("Write your mobile number, for example 34 41 23 31."))


class CodeForm(Form):
    """The code that was sent."""

    code = Code(
        N_("Code"),
        [Filled(N_("Write the 6 digits from the message that we sent you."))],
        description=N_("6 digits. You may write spaces."),
    )


@dataclass(frozen=True)
class Channel:
    """One way to reach the citizen. `name` is the core's; `page` begins the names of its pages; `field` its field."""

    name: str
    page: str
    field: str
    form: type[Form]

    def shown(self, address: str) -> str:
        """The address as it is written."""
        return i18n.phone(address) if self.name == "sms" and address else address


EMAIL = Channel("email", "contact_email", "email", EmailForm)
MOBILE = Channel("sms", "contact_mobile", "mobile", MobileForm)


def contact(visit: Visit) -> Response:
    """What we have."""
    with visit.read() as db:
        channels = helped.contacts(visit, notices.channels(db, visit.citizen(db)))
    return visit.render("account/contact.html", channels=channels)


def change(visit: Visit, channel: Channel) -> Response:
    """A new address: a code is sent there. Until it is confirmed the old one stays."""
    current = _current(visit, channel)
    form = visit.form(channel.form, **{channel.field: channel.shown(current)})
    if form.accepted():
        wait = _send(visit, channel, str(form[channel.field].data))
        if wait is None:
            return visit.redirect(f"{channel.page}_code")
        form.fail(channel.field, wait)
    return visit.render("account/contact_change.html", form=form, channel=channel, current=current)


def confirm(visit: Visit, channel: Channel) -> Response:
    """The code that was sent."""
    with visit.read() as db:
        address = contact_codes.pending(db, visit.citizen(db), channel.name)
    if not address:
        return visit.redirect("contact")
    form = visit.form(CodeForm)
    if visit.sent and "ask_again" in visit.fields:
        wait = _send(visit, channel, address)
        if wait is None:
            visit.done(SENT_AGAIN)
            return visit.redirect(visit.page.name)
        form.fail("code", wait)
    elif form.accepted():
        with visit.write() as db:
            confirmed = contact_codes.confirm(db, visit.citizen(db, lock=True), channel.name, str(form.code.data))
        if confirmed.ok:
            visit.done(CONFIRMED[channel.name], address=channel.shown(address))
            return visit.redirect("contact")
        form.fail("code", CODE_WORDS[confirmed.reason])
    return visit.render("account/contact_code.html", form=form, channel=channel, address=channel.shown(address))


def remove(visit: Visit, channel: Channel) -> Response:
    """Have none; even the last may go, once it was said what that costs."""
    with visit.read() as db:
        channels = notices.channels(db, visit.citizen(db))
    if channel.name not in channels:
        return visit.redirect("contact")
    form = visit.form(NoFields)
    if form.accepted():
        with visit.write() as db:
            citizen = visit.citizen(db, lock=True)
            if channel.name in notices.channels(db, citizen):
                contact_codes.set_address(db, citizen, channel.name, "")
        visit.done(REMOVED[channel.name])
        return visit.redirect("contact")
    address = channel.shown(channels[channel.name])
    return visit.render(
        "account/contact_remove.html", form=form, channel=channel, address=address, is_last=len(channels) == 1
    )


def _current(visit: Visit, channel: Channel) -> str:
    with visit.read() as db:
        return notices.channels(db, visit.citizen(db)).get(channel.name, "")


def _send(visit: Visit, channel: Channel, address: str) -> Message | None:
    """Send a code; what to say where it is too soon for another."""
    with visit.write() as db:
        wait = contact_codes.send(
            db, visit.settings, visit.citizen(db), channel.name, address, patience=visit.live.patience
        )
    return Message(TOO_SOON, time=i18n.clock_time(visit.language, wait)) if wait else None


def _for(channel: Channel, view: Callable[[Visit, Channel], Response]) -> View:
    return lambda visit: view(visit, channel)


def _pages(channel: Channel, da: str, en: str) -> list[Page]:
    da, en = f"/min-side/kontakt/{da}", f"/my-page/contact/{en}"
    return [
        Page(channel.page, da, en, _for(channel, change), access="fresh", form=channel.form),
        # The code was asked for with a fresh proof; the message may take a while to come.
        Page(
            f"{channel.page}_code", f"{da}/kode", f"{en}/code", _for(channel, confirm), access="citizen", discloses=True
        ),
        Page(f"{channel.page}_remove", f"{da}/fjern", f"{en}/remove", _for(channel, remove), access="fresh"),
    ]


PAGES = [
    Page("contact", "/min-side/kontakt", "/my-page/contact", contact, access="citizen", methods=("GET",)),
    *_pages(EMAIL, "e-mail", "email"),
    *_pages(MOBILE, "mobil", "mobile"),
]
