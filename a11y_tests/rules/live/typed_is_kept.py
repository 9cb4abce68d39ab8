"""What was typed is still there when a page comes back with an error."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import crossing
from a11y_tests.journeys.plan import Seats
from a11y_tests.journeys.traveller import Traveller

NOBODY, NO_ADDRESS, NO_NUMBER = "ingen.her", "maja(at)example.dk", "12"
SPOT = "one => one.id && '#' + CSS.escape(one.id)"


def check(seats: Seats) -> Iterator[Finding]:
    """A user ID beside a wrong password, and an address and a number that are none, are written once only."""
    me = seats.take("everyday")
    me.open("/log-paa", "/en/log-on")
    me.fill("user_id", NOBODY)
    me.fill("password", "forkert")
    me.press("go_on")
    yield _kept(me, "user ID", "user_id", NOBODY)
    me = seats.take("eldest")
    crossing.begin(me)
    crossing.give_password(me)
    crossing.give_key(me)
    crossing.accept_terms(me)
    me.arrive("contact")
    me.fill("email", NO_ADDRESS)
    me.fill("mobile", NO_NUMBER)
    me.press("go_on")
    yield _kept(me, "e-mail", "email", NO_ADDRESS)
    yield _kept(me, "mobile", "mobile", NO_NUMBER)


def _kept(me: Traveller, called: str, field: str, typed: str) -> Finding:
    value, spot = me.value(field), me.page.get_by_label(me.say(field), exact=True).evaluate(SPOT)
    good, bad = f"The {called} is kept.", f"The {called} {typed!r} must be typed again: {value!r} stands there."
    return expect(None, value == typed, good, bad, url=me.page.url, spot=spot)


RULE = LiveRule(
    id="own-typed-is-kept",
    name="What was typed is kept when something was wrong",
    criteria=("3.3.7", "3.3.4"),
    applicability="The log-on and the contact details of the crossing, sent with an error.",
    expectation="What is no secret stands in its field when the page comes back.",
    check=check,
)
