"""Journeys of those who have lost something: blocked, asked for, waited for, given back, and stopped in time."""

from a11y_tests.journeys import lost, recovery, regained
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.plan.account import CROSSED
from a11y_tests.journeys.plan.journey import Journey, Seats, unwatched

# The waiting time is over at once.
NO_WAIT = {"OVERGANG_RECOVERY_WAIT_HOURS": "0"}
# Whoever has crossed is needed for one thing in each language.
FORGETS = {"da": "crossed-card", "en": "crossed-audio-and-card"}
WRITES = {"da": "crossed-app", "en": "crossed-key-and-app"}


def _a_factor(seats: Seats) -> None:
    me, _ = seats.logged_on(seats.one_with_a_card())
    lost.block(me, me.person.factor)
    lost.find_that_it_is_the_last(me, "code_card")


def _the_password(seats: Seats) -> None:
    me = seats.take(FORGETS[seats.language])
    recovery.ask_for_password(me, "code_card")
    recovery.make_new_password(me)


def _everything_but_the_password(seats: Seats) -> None:
    me = seats.take(WRITES[seats.language])
    recovery.order_letter(me)
    recovery.order_another_letter(me)
    recovery.use_letter(me, "code_card")


def _getting_each_back(seats: Seats) -> None:
    me, _ = seats.newcomer()
    for kind in ("authenticator_app", "security_key", "audio_code"):
        me.watched_by(unwatched)
        regained.by_letter(me, seats.on_page, kind)


def _stopped_by_message(seats: Seats) -> None:
    me = seats.take("crossed-card")
    recovery.ask_for_password(me, "code_card")
    recovery.come_back_too_early(me)
    recovery.see_it_on_my_page(me, owned(me, "code_card"), "a password")
    recovery.stop_by_message(seats.take("crossed-card"))


def _stopped_on_my_page(seats: Seats) -> None:
    me = seats.take("crossed-audio-and-card")
    recovery.order_letter(me)
    recovery.see_it_on_my_page(me, owned(me, "code_card"), "a letter")
    recovery.stop_on_my_page(me)


JOURNEYS = (
    Journey("losing a factor, and blocking it", _a_factor, settings=NO_WAIT),
    Journey("losing the password", _the_password, settings=NO_WAIT),
    Journey("losing every way to log on", _everything_but_the_password, settings=NO_WAIT),
    Journey("losing each way to log on, and getting it back", _getting_each_back, settings=NO_WAIT),
    Journey("recovery that is stopped by a message", _stopped_by_message, together=CROSSED),
    Journey("recovery that is stopped on Min side", _stopped_on_my_page, together=CROSSED),
)
