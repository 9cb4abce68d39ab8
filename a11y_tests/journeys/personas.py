"""How each persona goes about it: with hands or keys alone, on how wide a page, and with which factor."""

from collections.abc import Callable
from dataclasses import dataclass

from a11y_tests.basics import hold_basics
from a11y_tests.browser import Tab
from a11y_tests.journeys import crossing, logon
from a11y_tests.journeys.crossing import NewEid
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.journeys.visits import look_at
from a11y_tests.portal import Portal

NewTab = Callable[..., Tab]


@dataclass(frozen=True)
class Manner:
    """`second`: the factor that is taken where there is no JavaScript and the first needs it."""

    keyboard: bool = False
    width: int = 1280
    second: str = ""


CROSSING: dict[str, Manner] = {
    "everyday": Manner(),
    "no-smartphone": Manner(),
    "screen-reader": Manner(keyboard=True),
    "braille": Manner(keyboard=True),
    "low-vision": Manner(width=320),
    "deaf": Manner(),
    "deafblind": Manner(keyboard=True, second="authenticator_app"),
    "tremor": Manner(keyboard=True, second="audio_code"),
    "dyslexia": Manner(second="audio_code"),
    "poor-memory": Manner(),
    "english": Manner(),
    "abroad": Manner(),
    "under-18": Manner(),
    "name-protected": Manner(second="authenticator_app"),
    "single-name": Manner(),
    "eldest": Manner(),
    "few-keys": Manner(),
}
HELPED_BY_A_PERSON = {
    "locked": "locked",
    "blocked": "blocked",
    "awaiting-activation": "awaiting",
    "no-keys": "no_keys",
}
CROSSED = ("crossed-app-and-card", "crossed-card", "crossed-audio-and-card", "crossed-app", "crossed-key-and-app")


def has_scripts(key: str, language: str) -> bool:
    """Whether a persona's browser runs scripts: in one language it does, and in the other not, by turns."""
    turn = [*CROSSING, *HELPED_BY_A_PERSON, *CROSSED].index(key)
    return (turn % 2 == 0) == (language == "da")


def open_window(portal: Portal, new_tab: NewTab, key: str, language: str) -> Traveller:
    """A persona (or somebody with the same need) in front of a browser."""
    manner = CROSSING.get(key, Manner())
    tab = new_tab(language=language, javascript=has_scripts(key, language), width=manner.width)
    person = portal.people.take(key) if key in CROSSING else portal.people[key]
    return Traveller(portal, tab, person, keyboard=manner.keyboard, on_page=hold_basics)


def cross_and_log_on(me: Traveller) -> None:
    """The whole way, and back again with the new eID."""
    eid = _cross(me)
    logon.log_off(me)
    logon.log_on(me, eid)
    logon.log_off(me)


def cross_and_look_around(me: Traveller) -> None:
    """Across, and to the pages of Min side that call somebody by name."""
    crossing.cross(me, me.person.factor)
    for name in ("account", "data", "activity"):
        look_at(me, "account", name)


def _cross(me: Traveller) -> NewEid:
    kind = me.person.factor
    if kind != "security_key" or me.tab.window.javascript:
        return crossing.cross(me, kind)
    second = CROSSING[me.person.key].second
    user_id = crossing.up_to_the_factor(me, kind)
    find_that_a_key_needs_javascript(me)
    crossing.choose_factor(me, second)
    me.arrive("new_logon", "again")
    me.press("go_on")  # user ID and password are kept, and typed once only (WCAG 3.3.7)
    factor = crossing.activate(me, second)
    me.arrive("receipt")
    return NewEid(user_id, crossing.PASSWORD, factor)


def find_that_a_key_needs_javascript(me: Traveller) -> None:
    """Without JavaScript a security key cannot be asked: the page says so, and leads to the other ways."""
    assert me.page.get_by_role("heading", name=me.say("needs_javascript")).is_visible()
    me.follow("to_other_ways")


def ask_for_a_person(me: Traveller, heading: str) -> None:
    """An old NemID that cannot be used: no dead end, but the telephone and Borgerservice."""
    crossing.begin(me)
    crossing.give_password(me)
    me.arrive(heading)
    assert me.say("by_a_person") in me.text
    assert "Borgerservice" in me.text
    assert me.say("call_us") in me.text


def try_to_cross_again(me: Traveller) -> None:
    """Somebody who has crossed is told so kindly, and led to the log-on."""
    crossing.begin(me)
    crossing.give_password(me)
    crossing.give_key(me)
    me.arrive("has_crossed")
    assert me.say("all_is_well") in me.text
    me.follow("log_on_new")
    me.arrive("log_on")


def log_on_with_what_one_has(me: Traveller) -> None:
    """With the new eID from before, by the factor of every day; without JavaScript by another one than a key."""
    assert me.person.new is not None
    kind = me.person.factor
    usable = kind != "security_key" or me.tab.window.javascript
    factor = owned(me, kind)
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.turn_to(me, kind)
    if usable:
        logon.answer(me, factor)
    else:
        me.arrive(f"ask_{kind}")
        find_that_a_key_needs_javascript(me)
        me.arrive("choose_another_way")
        logon.answer(me, logon.take_another(me))
    me.arrive("my_page")
