"""Journeys in the manner of those who need another one: without scripts, by keys, by touch, on a narrow page."""

from collections.abc import Callable

from a11y_tests.journeys import personas
from a11y_tests.journeys.plan.account import CROSSED
from a11y_tests.journeys.plan.journey import Journey, Seats
from a11y_tests.journeys.text import ways

NARROW = {"width": 320, "height": 640}


def _crossing_and_back(key: str) -> Callable[[Seats], None]:
    """The whole crossing with a persona's factor, and a log-on with what came of it."""
    keyboard = personas.CROSSING[key].keyboard
    return lambda seats: personas.cross_and_log_on(seats.take(key, keyboard=keyboard))


def _log_on_in_a_text_browser(seats: Seats) -> None:
    ways.log_on(seats.take("crossed-card"))


def _crossing_in_a_text_browser(seats: Seats) -> None:
    ways.begin_to_cross(seats.take("eldest"))


def _long_name(seats: Seats) -> None:
    me = seats.seat(seats.portal.people.take_longest_named("no-smartphone"))
    personas.cross_and_look_around(me)


# The personas' own ways, which test_personas_*.py go too.
AS_PERSONAS = (
    Journey(
        "crossing and log-on, without JavaScript", _crossing_and_back("no-smartphone"), window={"javascript": False}
    ),
    Journey("crossing and log-on, by keyboard alone", _crossing_and_back("screen-reader")),
    Journey("crossing and log-on, at 320 px", _crossing_and_back("low-vision"), window=NARROW),
)
JOURNEYS = (
    *AS_PERSONAS,
    Journey("crossing and log-on, by touch alone", _crossing_and_back("poor-memory"), window={**NARROW, "touch": True}),
    Journey("the longest name, at 320 px", _long_name, window=NARROW),
    Journey("log-on, in a text browser", _log_on_in_a_text_browser, together=CROSSED),
    Journey("crossing to the choice, in a text browser", _crossing_in_a_text_browser),
)
