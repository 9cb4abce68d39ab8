"""Journeys to Min side, and on it: looked at, changed, blocked, closed, and helped at by somebody."""

from a11y_tests.journeys import account, helped, logon
from a11y_tests.journeys.plan.journey import Journey, Seats, unwatched

# Personas who have crossed: one process goes all their ways, for each code is good once.
CROSSED = "crossed"


def _by_each_factor(seats: Seats) -> None:
    account.log_on_with_mistakes(seats.take("crossed-card"), "code_card", "code")
    account.log_on_with_mistakes(seats.take("crossed-app"), "authenticator_app", "app_code")
    account.log_on(seats.take("crossed-app-and-card"), "authenticator_app", by_way_of="code_card")
    account.log_on(seats.take("crossed-audio-and-card"), "audio_code")
    account.log_on(seats.take("crossed-key-and-app"), "security_key")


def _looking_around(seats: Seats) -> None:
    me, card = seats.newcomer()
    account.look_around(me, card)
    account.show_again_that_it_is_me(me, card)
    account.close(me, card)


def _changing_details(seats: Seats) -> None:
    me, card = seats.newcomer()
    account.change_details(me, card)
    account.change_contact(me, card, "email", "ny@example.dk", "maja")
    account.change_contact(me, card, "mobile", "+4534412399", "12")
    account.visit(me, card, "account", "cannot be reached")
    account.visit(me, card, "notify", "cannot be reached")


def _changing_factors(seats: Seats) -> None:
    me, card = seats.newcomer()
    account.find_that_the_last_stays(me, card)
    for kind in ("authenticator_app", "audio_code", "security_key"):
        account.add_factor(me, card, kind)
    account.rename(me, card)
    card = account.replace(me, card)
    account.remove(me, card, "authenticator_app")


def _in_two_places_and_blocking(seats: Seats) -> None:
    me, card = seats.newcomer()
    other = seats.seat(me.person)
    other.watched_by(unwatched)
    account.log_on(other, "code_card")
    account.visit(me, card, "sessions", "two places")
    account.block(me, card)
    other.watched_by(seats.on_page)
    logon.find_that_it_is_over(other)


def _helped(seats: Seats) -> None:
    me, _ = seats.logged_on("crossed-card")
    helped.turn_on(me)
    helped.look_around(me)
    helped.stop(me)


JOURNEYS = (
    Journey("log-on, by each factor", _by_each_factor, quick=True, together=CROSSED),
    Journey("Min side, looking around", _looking_around, quick=True),
    Journey("Min side, changing details", _changing_details),
    Journey("Min side, changing factors", _changing_factors),
    Journey("Min side, in two places, and blocking", _in_two_places_and_blocking),
    Journey("Min side, with a helper at the screen", _helped, together=CROSSED),
)
