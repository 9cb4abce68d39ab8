"""Journeys with a device of one's own, and with what is fetched on paper."""

from a11y_tests.journeys import account, approving, cards, devices
from a11y_tests.journeys.own_devices import ApprovalApp, Reader
from a11y_tests.journeys.plan.account import CROSSED
from a11y_tests.journeys.plan.journey import Journey, Seats

PHONE_WIDTH = 390


def _code_reader(seats: Seats) -> None:
    key = seats.one_with_a_card()
    me, card = seats.logged_on(key)
    reader = Reader(seats.take(key, width=PHONE_WIDTH))
    devices.connect_reader(me, card, reader)
    devices.log_on_with_reader(seats.take(key), reader)
    devices.lose_reader(me, reader)


def _approval_app(seats: Seats) -> None:
    key = seats.one_with_a_card()
    me, card = seats.logged_on(key)
    app = ApprovalApp(seats.take(key, width=PHONE_WIDTH))
    approving.connect_app(me, card, app)
    approving.log_on_with_app(seats.take(key), app)
    approving.disconnect_app(app)
    approving.see_that_app_cannot_run(seats.take(key, width=PHONE_WIDTH))


def _code_device(seats: Seats) -> None:
    key = "crossed-device-and-card"
    account.log_on(seats.take(key), "recovery_codes")
    me = seats.take(key)
    device = account.log_on(me, "code_device")
    devices.register_device_anew(me, device, device)


def _forms_of_cards(seats: Seats) -> None:
    me, card = seats.logged_on(seats.one_with_a_card())
    cards.look_at_forms(me, card)
    cards.make_recovery_codes(me, card)


JOURNEYS = (
    Journey("code reader, connected, used and lost", _code_reader, together=CROSSED),
    Journey("approval app, connected and used", _approval_app, together=CROSSED),
    Journey("code device and recovery codes", _code_device),
    Journey("every form of a card", _forms_of_cards, together=CROSSED),
)
