"""Journeys into trouble: time that runs out, tries that are used up, a portal that is closed."""

from a11y_tests.journeys import account, logon
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.plan.journey import Journey, Seats

# Sessions are over at once, and two wrong tries from one place are too many.
HURRIED = {"OVERGANG_IDLE_MINUTES": "0", "OVERGANG_SOURCE_FAILURES": "2"}
CLOSED = {"OVERGANG_MAINTENANCE": "true"}


def _time_is_nearly_out(seats: Seats) -> None:
    me, card = seats.newcomer()
    me.page.clock.install()
    account.visit(me, card, "account")
    me.page.clock.fast_forward("26:00")
    me.page.get_by_role("dialog").wait_for()
    me.look("time is nearly out")


def _session_is_over(seats: Seats) -> None:
    me = seats.take("crossed-card")
    logon.begin(me)
    logon.answer(me, owned(me, "code_card"))
    me.arrive("log_on", "the session is over")


def _too_many_tries(seats: Seats) -> None:
    me = seats.take("everyday")
    me.open("/log-paa", "/en/log-on")
    for _ in range(3):
        if me.page.get_by_label(me.say("user_id"), exact=True).is_visible():
            logon.give_password(me, "ingen.her", "forkert")
    me.look("429")
    assert not me.page.get_by_label(me.say("user_id"), exact=True).is_visible()


def _maintenance(seats: Seats) -> None:
    me = seats.take("everyday")
    me.open("/", "/en")
    me.look("503")


JOURNEYS = (
    Journey("time is nearly out", _time_is_nearly_out),
    Journey("session that is over", _session_is_over, settings=HURRIED),
    Journey("too many tries", _too_many_tries, settings=HURRIED),
    Journey("maintenance", _maintenance, settings=CLOSED),
)
