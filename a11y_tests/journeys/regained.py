"""A way to log on that was lost, and got back by a letter: any of them, with no mistake on the way."""

from a11y_tests.journeys import logon, recovery
from a11y_tests.journeys.factors import InHand, in_hand
from a11y_tests.journeys.secrets import Inbox
from a11y_tests.journeys.traveller import OnPage, Traveller


def by_letter(me: Traveller, watching: OnPage, kind: str) -> None:
    """Order a letter, use it, set the new way up and log on with it. Only the set-up is shown to `watching`: all else
    is the same for each way."""
    _order_letter(me)
    _use_letter(me)
    me.watched_by(watching)
    factor = _set_up(me, kind)
    me.watched_by(lambda tab, state: None)
    logon.begin(me)
    logon.answer(me, factor)
    me.arrive("my_page")
    logon.log_off(me)


def _order_letter(me: Traveller) -> None:
    me.open("/genopret/brev", "/en/recover/letter")
    recovery.prove_by_password(me)
    me.arrive("how_letter")
    me.press("order_the_letter")
    me.arrive("now_we_wait")


def _use_letter(me: Traveller) -> None:
    assert me.person.new is not None
    me.open("/genopret/aktiver", "/en/recover/activate")
    me.fill("user_id", me.person.new["user_id"])
    inbox = Inbox(me.portal, me.person.email or "")
    me.fill("letter_code", recovery.code_of_letter(me))
    me.press("go_on")
    me.arrive("write_sent_code")
    me.fill("code", inbox.code())
    me.press("go_on")


def _set_up(me: Traveller, kind: str) -> InHand:
    me.arrive("new_way")
    me.choose(kind)
    me.press("go_on")
    me.arrive(f"setup_{kind}", "recovery")
    if kind == "audio_code":
        me.fill("telephone", me.person.mobile or "")
        me.press("go_on")
        me.arrive(f"setup_{kind}", "recovery, details given")
    factor = in_hand(me, kind)
    factor.set_up(me)
    factor.answer(me)
    me.arrive("once_more", "recovery")
    factor.answer(me)
    me.arrive("ready_again")
    return factor
