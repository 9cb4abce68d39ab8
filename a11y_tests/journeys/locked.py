"""Locked out for a while, by wrong passwords or codes: the page says until when, and what can be done meanwhile."""

from a11y_tests.journeys.mistakes import WRONG_CODE
from a11y_tests.journeys.traveller import Traveller

# More wrong tries than any portal should take before it waits.
MANY = 12


def by_passwords(me: Traveller) -> None:
    """Wrong passwords for this citizen, from a browser that the portal does not know."""
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    for _ in range(MANY):
        me.fill("user_id", me.person.new["user_id"])
        me.fill("password", "forkert")
        me.press("go_on")
        if me.say("too_many_tries") in me.text:
            break
    _find_what_to_do(me)


def by_codes(me: Traveller) -> None:
    """Wrong codes, until the code card rests for a while."""
    me.arrive("ask_code_card")
    for _ in range(MANY):
        me.fill("code", WRONG_CODE)
        me.press("go_on")
        if me.say("too_many_tries") in me.text:
            break
    _find_what_to_do(me)
    me.follow("another_way")
    me.arrive("choose_another_way", "the only way is locked")


def _find_what_to_do(me: Traveller) -> None:
    me.look("locked: error")
    for words in ("too_many_tries", "meanwhile", "call_us"):
        assert me.say(words) in me.text, f"{me.say(words)!r} does not stand in:\n{me.text}"
