"""What goes wrong on the way: fields left empty, wrong codes, weak passwords. Each state is shown."""

from a11y_tests.journeys import crossing, factors
from a11y_tests.journeys.secrets import Inbox
from a11y_tests.journeys.traveller import Traveller

WRONG_CODE = "000 001"


def leave_empty(me: Traveller, button: str = "go_on") -> None:
    """Send the form as it is."""
    me.press(button)
    me.look("empty: error")


def write_wrong(me: Traveller, field: str, text: str, button: str = "go_on") -> None:
    """Send something that is not right."""
    me.fill(field, text)
    me.press(button)
    me.look("wrong: error")


def cross_with_mistakes(me: Traveller) -> crossing.NewEid:
    """The whole crossing with a code card, and every mistake that can be made on the way."""
    _step_one(me)
    _terms(me)
    _contact(me)
    _choice(me)
    user_id = _logon(me)
    crossing.open_activation(me, "code_card")
    card = factors.Card()
    card.set_up(me)
    leave_empty(me)
    write_wrong(me, "code", WRONG_CODE)
    card.answer(me)
    me.arrive("ask_code_card", "once more")
    card.answer(me)
    me.arrive("receipt")
    return crossing.NewEid(user_id, crossing.PASSWORD, card)


def _step_one(me: Traveller) -> None:
    crossing.begin(me)
    leave_empty(me)
    me.fill("old_user_id", me.person.old_user_id)
    write_wrong(me, "password", "forkert")
    crossing.give_password(me)
    me.arrive("find_key")
    leave_empty(me)
    write_wrong(me, "key", WRONG_CODE)
    crossing.give_key(me)


def _terms(me: Traveller) -> None:
    me.arrive("terms")
    me.press("decline")
    me.arrive("declined")
    me.open("/skift", "/en/switch")
    me.arrive("crossing", "under way")
    me.open("/skift/vilkaar", "/en/switch/terms")
    crossing.accept_terms(me)


def _contact(me: Traveller) -> None:
    me.arrive("contact")
    me.fill("email", "maja")
    write_wrong(me, "mobile", "12")
    me.fill("email", me.person.email or "")
    me.fill("mobile", me.person.mobile or "")
    email, mobile = Inbox(me.portal, me.person.email or ""), Inbox(me.portal, me.person.mobile or "")
    me.press("go_on")
    me.arrive("contact_code")
    leave_empty(me)
    write_wrong(me, "email_code", WRONG_CODE)
    me.press("new_email_code")
    me.look("asked again")
    me.fill("email_code", email.code())
    me.fill("mobile_code", mobile.code())
    me.press("go_on")


def _choice(me: Traveller) -> None:
    me.arrive("choice")
    leave_empty(me)
    me.follow("help_me_choose")
    me.arrive("help_choosing")
    me.tick("no_smartphone")
    me.press("show_what_suits")
    me.arrive("help_choosing", "with advice")
    me.follow("to_the_choice")
    crossing.choose_factor(me, "code_card")


def _logon(me: Traveller) -> str:
    me.arrive("new_logon")
    leave_empty(me)
    me.fill("new_user_id", "x")
    write_wrong(me, "new_password", "123")
    me.fill("new_user_id", f"axe{me.person.old['nemid_number']}"[:10])
    return crossing.choose_logon(me)


def activate_with_mistakes(me: Traveller, kind: str) -> None:
    """From the choice of a factor to the receipt: wrong answers, and then right ones."""
    crossing.from_the_choice(me, kind)
    factor = factors.in_hand(me, kind)
    factor.set_up(me)
    if kind == "authenticator_app":
        leave_empty(me)
        write_wrong(me, "app_code", WRONG_CODE)
    factor.answer(me)
    me.arrive(f"ask_{kind}", "once more")
    factor.answer(me)
    me.arrive("receipt")
