"""Logging on with the new eID, and off again."""

import re

from a11y_tests.journeys.crossing import NewEid
from a11y_tests.journeys.factors import InHand, owned
from a11y_tests.journeys.traveller import Traveller


def log_on(me: Traveller, eid: NewEid) -> None:
    """From the front page to Min side."""
    me.open("/", "/en")
    me.follow("log_on")
    me.arrive("log_on")
    give_password(me, eid.user_id, eid.password)
    answer(me, eid.factor)
    me.arrive("my_page")


def begin(me: Traveller) -> None:
    """As somebody who had the new eID when the demo began: user id and password."""
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    give_password(me, me.person.new["user_id"], me.person.new["password"])


def give_password(me: Traveller, user_id: str, password: str) -> None:
    """User id and password."""
    me.fill("user_id", user_id)
    me.fill("password", password)
    me.press("go_on")


def turn_to(me: Traveller, kind: str) -> None:
    """The portal asks the factor that was used last: go to the one that is wanted."""
    me.page.wait_for_url(re.compile(r"/log-paa/bekraeft|/log-on/confirm"))
    if not me.page.get_by_role("heading", level=1).inner_text().endswith(me.say(f"ask_{kind}")):
        go_another_way(me, kind)


def go_another_way(me: Traveller, kind: str) -> None:
    """From one factor's question to another's."""
    me.look()
    me.follow("another_way")
    me.arrive("choose_another_way")
    name = me.person.new_factor(kind)["name"]
    me.press_named(f"{me.say(kind)}: {name}" if name else me.say(kind))


def go_on(me: Traveller, factor: InHand) -> None:
    """On the log-on page, as somebody who had the new eID when the demo began."""
    assert me.person.new is not None
    give_password(me, me.person.new["user_id"], me.person.new["password"])
    turn_to(me, factor.kind)
    factor.answer(me)


def answer(me: Traveller, factor: InHand) -> None:
    """The factor's question."""
    me.arrive(f"ask_{factor.kind}")
    factor.answer(me)


def take_another(me: Traveller) -> InHand:
    """On the page with the other ways: the last one that this demo citizen has."""
    assert me.person.new is not None
    factor = me.person.new["factors"][-1]
    me.press_named(f"{me.say(factor['kind'])}: {factor['name']}")
    return owned(me, factor["kind"])


def find_that_it_is_over(me: Traveller) -> None:
    """Elsewhere the eID was blocked: the next page asks to log on, and that cannot be done."""
    me.open("/min-side", "/en/my-page")
    me.arrive("log_on", "over")


def log_off(me: Traveller) -> None:
    """By the button that is on every page."""
    me.press("log_off")
    me.arrive("logged_off")
