"""Journeys into trouble: time that runs out, tries that are used up, a portal that is closed."""

from a11y_tests.journeys import account, locked, logon, time
from a11y_tests.journeys.plan.journey import Journey, Seats

# Two wrong tries from one place are too many, and a second server lets a session end as soon as it has seen it: where
# its page was opened, the time has run out.
TRIED = {"OVERGANG_SOURCE_FAILURES": "2"}
OVER = {"OVERGANG_IDLE_MINUTES": "0"}
CLOSED = {"OVERGANG_MAINTENANCE": "true"}


def _time_is_nearly_out(seats: Seats) -> None:
    me, card = seats.newcomer()
    me.page.clock.install()
    account.visit(me, card, "account")
    me.page.clock.fast_forward("26:00")
    me.page.get_by_role("dialog").wait_for()
    me.look("time is nearly out")


def _session_is_over(seats: Seats) -> None:
    me, card = seats.logged_on("crossed-card")
    time.run_out(me)
    me.open("/min-side", "/en/my-page")
    me.arrive("log_on", "the session is over")
    logon.go_on(me, card)
    me.arrive("my_page")


def _session_is_over_in_mid_form(seats: Seats) -> None:
    me, card = seats.logged_on("crossed-audio-and-card")
    time.run_out_in_mid_form(me, card)


def _locked_out(seats: Seats) -> None:
    me, _ = seats.newcomer()
    logon.log_off(me)
    locked.by_passwords(seats.seat(me.person))
    # A browser that has been logged on with before is not locked by what others type.
    logon.begin(me)
    locked.by_codes(me)


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
    Journey("log-on, locked out", _locked_out),
    Journey("session that is over", _session_is_over, settings=TRIED, beside=OVER),
    Journey("session that is over in mid-form", _session_is_over_in_mid_form, settings=TRIED, beside=OVER),
    Journey("too many tries", _too_many_tries, settings=TRIED, beside=OVER),
    Journey("maintenance", _maintenance, settings=CLOSED),
)
