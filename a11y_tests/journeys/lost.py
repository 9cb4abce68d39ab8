"""A factor that was lost is blocked by its owner, at once."""

from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import ROOMS


def block(me: Traveller, kind: str) -> None:
    """From the list of factors: block one, and see the list again."""
    _open(me, kind)
    me.press("yes_block")
    me.arrive("your_ways", "one is lost")


def find_that_it_is_the_last(me: Traveller, kind: str) -> None:
    """The last way in can be blocked too, and the page says what comes of it."""
    _open(me, kind, "the last one")
    me.follow("back_unchanged")


def _open(me: Traveller, kind: str, state: str = "") -> None:
    me.open(*ROOMS["account"]["factors"])
    me.follow_starting(f"{me.say('lost')}: {me.say(kind)}")
    me.arrive("block_lost", state)
