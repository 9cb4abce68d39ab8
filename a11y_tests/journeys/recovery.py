"""Recovery: a password or a factor that is lost, the wait, coming back, and stopping it. Every mistake is shown."""

import re

from a11y_tests.journeys import logon
from a11y_tests.journeys.factors import InHand, in_hand, owned
from a11y_tests.journeys.mistakes import WRONG_CODE, leave_empty, write_wrong
from a11y_tests.journeys.secrets import Inbox
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.journeys.visits import look_at

NEW_PASSWORD = "hvide bølger bærer en gammel kuffert"
OTHER_DIGITS = {"letter": "000 000 000 001", "message": "000 000 000 1"}
LETTER_CODE = r"(?<!\d)(?:\d{4} ?){2}\d{4}(?!\d)"
STOP_CODE = r"(?<!\d)\d{4} \d{4} \d{2}(?!\d)"


def ask_for_password(me: Traveller, kind: str) -> None:
    """A forgotten password, up to the wait: user id, the code that is sent, and one factor."""
    assert me.person.new is not None
    me.open("/genopret", "/en/recover")
    me.arrive("recover")
    me.follow("ask_new_password")
    me.arrive("ask_new_password")
    leave_empty(me, "send_me_code")
    inbox = Inbox(me.portal, me.person.email or "")
    me.fill("user_id", me.person.new["user_id"])
    me.choose("to_my_email")
    me.press("send_me_code")
    _give_sent_code(me, inbox)
    me.arrive("show_it_is_you", "choose")
    me.press_starting(me.say(kind))
    _show_a_factor(me, owned(me, kind))
    me.arrive("now_we_wait", "for a password")


def _give_sent_code(me: Traveller, inbox: Inbox) -> None:
    me.arrive("write_sent_code")
    leave_empty(me)
    write_wrong(me, "code", WRONG_CODE)
    me.fill("code", inbox.code())
    me.press("go_on")


def _show_a_factor(me: Traveller, factor: InHand) -> None:
    me.arrive(f"ask_{factor.kind}", "recovery")
    leave_empty(me)
    write_wrong(me, "app_code" if factor.kind == "authenticator_app" else "code", WRONG_CODE)
    factor.answer(me)


def come_back_too_early(me: Traveller) -> None:
    """The waiting time is not over: the page says until when."""
    assert me.person.new is not None
    look_at(me, "open", "recover_return")
    leave_empty(me)
    me.fill("user_id", me.person.new["user_id"])
    me.press("go_on")
    me.look("too early: error")


def make_new_password(me: Traveller) -> None:
    """After the wait, in the same browser."""
    assert me.person.new is not None
    me.follow("come_back_page")
    me.arrive("go_on_after_wait")
    write_wrong(me, "user_id", "ingen.her")
    me.fill("user_id", me.person.new["user_id"])
    me.press("go_on")
    me.arrive("make_new_password")
    leave_empty(me, "save_password")
    write_wrong(me, "new_password", "123", "save_password")
    me.fill("new_password", NEW_PASSWORD)
    me.press("save_password")
    me.arrive("ready_again")


def order_letter(me: Traveller) -> None:
    """A lost factor, up to the wait; a second letter at once is refused."""
    assert me.person.new is not None
    me.open("/genopret/brev", "/en/recover/letter")
    me.arrive("order_a_letter")
    leave_empty(me)
    me.fill("user_id", me.person.new["user_id"])
    write_wrong(me, "password", "forkert")
    prove_by_password(me)
    me.arrive("how_letter")
    me.choose("letter_in_braille")
    me.press("order_the_letter")
    me.arrive("now_we_wait", "for a letter")


def order_another_letter(me: Traveller) -> None:
    """A letter is on its way: the page says when another may be ordered."""
    me.open("/genopret/brev", "/en/recover/letter")
    prove_by_password(me)
    me.press("order_the_letter")
    me.look("too soon: error")


def prove_by_password(me: Traveller) -> None:
    """User id and password, for a letter."""
    assert me.person.new is not None
    me.fill("user_id", me.person.new["user_id"])
    me.fill("password", me.person.new["password"])
    me.press("go_on")


def code_of_letter(me: Traveller) -> str:
    """The code of the newest letter."""
    return _found(LETTER_CODE, me.portal.letter_to(me.person.cpr))


def use_letter(me: Traveller, kind: str) -> None:
    """With the letter, and a code that is sent since the password is left out, to a new factor."""
    assert me.person.new is not None
    code = code_of_letter(me)
    me.open("/genopret/aktiver", "/en/recover/activate")
    me.arrive("have_the_letter")
    leave_empty(me)
    me.fill("user_id", me.person.new["user_id"])
    write_wrong(me, "letter_code", OTHER_DIGITS["letter"])
    inbox = Inbox(me.portal, me.person.email or "")
    me.fill("letter_code", code)
    me.press("go_on")
    _give_sent_code(me, inbox)
    me.arrive("new_way")
    leave_empty(me)
    _look_at_details(me)
    _set_up(me, kind)


def _look_at_details(me: Traveller) -> None:
    """A factor that must know something first."""
    me.choose("audio_code")
    me.press("go_on")
    me.arrive("setup_audio_code", "details")
    write_wrong(me, "telephone", "12")
    me.follow("choose_another_way")
    me.arrive("new_way")


def _set_up(me: Traveller, kind: str) -> None:
    me.choose(kind)
    me.press("go_on")
    me.arrive(f"setup_{kind}", "recovery")
    factor = in_hand(me, kind)
    factor.set_up(me)
    write_wrong(me, "code", WRONG_CODE)
    factor.answer(me)
    me.arrive("once_more", "recovery")
    factor.answer(me)
    me.arrive("ready_again")


def see_it_on_my_page(me: Traveller, factor: InHand, state: str) -> None:
    """Logged on as usual: Min side warns, and leads to the page that stops it."""
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.turn_to(me, factor.kind)
    factor.answer(me)
    me.arrive("my_page", "somebody asks to get in")
    me.follow("see_and_stop")
    me.arrive("your_recovery", state)


def stop_on_my_page(me: Traveller) -> None:
    """The button, and then nothing is under way."""
    me.press("stop_it")
    me.arrive("my_page", "stopped")
    look_at(me, "recovery", "recovery", state="nothing")


def stop_by_message(me: Traveller) -> None:
    """The code that stands in the message about it."""
    messages = [message["body"] for message in me.portal.messages(me.person.email or "")]
    code = next(filter(None, (re.search(STOP_CODE, body) for body in messages))).group()
    me.open("/genopret/stop", "/en/recover/stop")
    me.arrive("stop_page")
    leave_empty(me, "stop_it")
    write_wrong(me, "message_code", OTHER_DIGITS["message"], "stop_it")
    me.fill("message_code", code)
    me.press("stop_it")
    me.arrive("stopped")


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found, text
    return found.group()
