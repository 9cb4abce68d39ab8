"""Helper mode: somebody sits beside the citizen, and sees no secrets."""

from a11y_tests.journeys.mistakes import leave_empty
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.journeys.visits import look_at
from a11y_tests.pages import ROOMS


def turn_on(me: Traveller) -> None:
    """Say who helps, and for how long."""
    look_at(me, "open", "helper")
    leave_empty(me, "turn_on_helper")
    me.fill("who_helps", "Maja")
    me.choose("somebody_known")
    me.press("turn_on_helper")
    me.arrive("my_page", "helped")


def look_around(me: Traveller) -> None:
    """The page of helper mode while it is on, and one that is closed to helpers."""
    look_at(me, "open", "helper", state="helped")
    me.open(*ROOMS["account"]["factor_add"])
    me.arrive("without_helper", "helped")


def stop(me: Traveller) -> None:
    """By the button that is on every page while it is on."""
    look_at(me, "account", "account", state="helped")
    me.page.get_by_role("button", name=me.say("stop_now"), exact=True).click()
    me.arrive("my_page", "helper is gone")
