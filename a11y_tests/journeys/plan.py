"""The journeys of an evaluation, as data: what each is called, who goes, by which browser, and what they do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser

from a11y_tests.browser import SecurityKey, Tab, Window
from a11y_tests.journeys import account, crossing, logon, mistakes, personas
from a11y_tests.journeys.crossing import NewEid
from a11y_tests.journeys.traveller import OnPage, Traveller
from a11y_tests.journeys.visits import TOO_LONG, TOO_MANY, look_at, post
from a11y_tests.pages import ROOMS
from a11y_tests.portal import Portal


def unwatched(tab: Tab, state: str) -> None:
    """Nobody looks at the pages of a journey."""


@dataclass
class Seats:
    """Places before a browser, in one language: where the citizens of a journey sit down."""

    portal: Portal
    browser: Browser
    language: str
    on_page: OnPage = unwatched
    window: dict[str, Any] = field(default_factory=dict)
    tabs: list[Tab] = field(default_factory=list)

    def take(self, key: str, *, keyboard: bool = False, **window: Any) -> Traveller:
        """Somebody with this persona's need, who has not been here before, or the persona where nobody crosses."""
        person = self.portal.people.take(key) if key in personas.CROSSING else self.portal.people[key]
        self.tabs.append(Tab(self.browser, Window(**{"language": self.language, **self.window, **window})))
        return Traveller(self.portal, self.tabs[-1], person, keyboard=keyboard, on_page=self.on_page)

    def leave(self) -> list[str]:
        """Close all windows. Gives what their scripts and their policy complained of."""
        for tab in self.tabs:
            tab.close()
        faults = [fault for tab in self.tabs for fault in tab.faults]
        self.tabs.clear()
        return faults


@dataclass(frozen=True)
class Journey:
    """A way through the portal. `walk` does it all. `quick`: it is part of a quick evaluation.

    `window`: how the browser is set, where not as usual (Window's fields).
    """

    name: str
    walk: Callable[[Seats], None]
    quick: bool = False
    window: dict[str, Any] = field(default_factory=dict)


def _open_pages(seats: Seats) -> None:
    me = seats.take("everyday")
    for name in ROOMS["open"]:
        look_at(me, "open", name)
    look_at(me, "open", "choose_help", "?ask=1&no_smartphone=y&sees_little=y", "with advice")
    look_at(me, "open", "mailbox", "?to=mette@example.dk", "of one")
    me.open("/hjaelp/vaelg", "/en/help/choose")
    for box in me.page.get_by_role("checkbox").all():
        box.check()
    me.press("show_what_suits")
    me.look("nothing suits")


def _what_goes_wrong(seats: Seats) -> None:
    me = seats.take("everyday")
    me.open("/findes-ikke", "/en/not-here")
    me.look()
    look_at(me, "no pages", "session_extend")
    post(me, "logon", {"user_id": "x"})
    me.look("403")
    post(me, "logon", {"user_id": "x"}, kind="multipart/form-data")
    me.look("415")
    post(me, "logon", {f"field{number}": "x" for number in range(TOO_MANY)})
    me.look("400")
    me.open("/log-paa", "/en/log-on")
    me.page.get_by_label(me.say("user_id"), exact=True).fill("x" * TOO_LONG)
    me.press("go_on")
    me.look("413")


def _key_of_somewhere_else(seats: Seats) -> None:
    me = seats.take("everyday")
    SecurityKey(me.page)
    me.open("/log-paa/noegle", "/en/log-on/key")
    me.page.get_by_role("button", name=me.say("use_key")).click()
    me.page.get_by_role("heading", name=me.say("key_not_used")).wait_for()
    me.look("error by script")


def _crossing(seats: Seats) -> None:
    mistakes.cross_with_mistakes(seats.take("everyday"))


def _activation_of(kind: str) -> Callable[[Seats], None]:
    return lambda seats: mistakes.activate_with_mistakes(seats.take("everyday"), kind)


def _nothing_given(seats: Seats) -> None:
    crossing.cross(seats.take("eldest"), "code_card")


def _helped_by_a_person(seats: Seats) -> None:
    for key, heading in personas.HELPED_BY_A_PERSON.items():
        personas.ask_for_a_person(seats.take(key), heading)
    personas.try_to_cross_again(seats.take("crossed-card"))


def _log_on(seats: Seats) -> None:
    account.log_on_with_mistakes(seats.take("crossed-card"), "code_card", "code")
    account.log_on_with_mistakes(seats.take("crossed-app"), "authenticator_app", "app_code")
    account.log_on(seats.take("crossed-app-and-card"), "authenticator_app", by_way_of="code_card")
    account.log_on(seats.take("crossed-audio-and-card"), "audio_code")
    account.log_on(seats.take("crossed-key-and-app"), "security_key")


def _newcomer(seats: Seats) -> tuple[Traveller, NewEid]:
    """Somebody who has just crossed with a code card, unwatched till now, and what they have."""
    me = seats.take("everyday")
    me.watched_by(unwatched)
    eid = crossing.cross(me, "code_card")
    me.watched_by(seats.on_page)
    return me, eid


def _look_around(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    account.look_around(me, eid.factor)
    account.show_again_that_it_is_me(me, eid.factor)
    account.close(me, eid.factor)


def _change_details(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    account.change_details(me, eid.factor)
    account.change_contact(me, eid.factor, "email", "ny@example.dk", "maja")
    account.change_contact(me, eid.factor, "mobile", "+4534412399", "12")
    account.visit(me, eid.factor, "account", "cannot be reached")
    account.visit(me, eid.factor, "notify", "cannot be reached")


def _change_factors(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    account.find_that_the_last_stays(me, eid.factor)
    for kind in ("authenticator_app", "audio_code", "security_key"):
        account.add_factor(me, eid.factor, kind)
    account.rename(me, eid.factor)
    card = account.replace(me, eid.factor)
    account.remove(me, card, "authenticator_app")


def _block(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    account.block(me, eid)


def _two_places(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    logon.log_off(me)
    logon.log_on(me, eid)
    other = seats.take("everyday")
    other.person = me.person
    logon.log_on(other, eid)
    account.visit(other, eid.factor, "sessions", "two places")


def _time_is_nearly_out(seats: Seats) -> None:
    me, eid = _newcomer(seats)
    me.page.clock.install()
    account.visit(me, eid.factor, "account")
    me.page.clock.fast_forward("26:00")
    me.page.get_by_role("dialog").wait_for()
    me.look("time is nearly out")


def _persona(key: str) -> Callable[[Seats], None]:
    manner = personas.CROSSING[key]
    return lambda seats: crossing_and_back(
        seats.take(key, keyboard=manner.keyboard, width=seats.window.get("width", manner.width))
    )


def crossing_and_back(me: Traveller) -> None:
    """The whole crossing with this person's factor, and a log-on with what came of it."""
    personas.cross_and_log_on(me)


JOURNEYS: tuple[Journey, ...] = (
    Journey("open pages", _open_pages, quick=True),
    Journey("what goes wrong", _what_goes_wrong, quick=True),
    Journey("a key of somewhere else", _key_of_somewhere_else),
    Journey("crossing, with every mistake", _crossing, quick=True),
    *(
        Journey(f"crossing, to {kind.replace('_', ' ')}", _activation_of(kind))
        for kind in ("authenticator_app", "security_key", "audio_code")
    ),
    Journey("crossing, giving nothing", _nothing_given),
    Journey("crossing, helped by a person", _helped_by_a_person),
    Journey("log-on, by each factor", _log_on, quick=True),
    Journey("Min side, looking around", _look_around, quick=True),
    Journey("Min side, changing details", _change_details),
    Journey("Min side, changing factors", _change_factors),
    Journey("Min side, blocking", _block),
    Journey("Min side, in two places", _two_places),
    Journey("Min side, when time is nearly out", _time_is_nearly_out),
    Journey("crossing and log-on, without JavaScript", _persona("no-smartphone"), window={"javascript": False}),
    Journey("crossing and log-on, by keyboard alone", _persona("screen-reader")),
    Journey("crossing and log-on, at 320 px", _persona("low-vision"), window={"width": 320, "height": 640}),
)


def chosen(*, quick: bool = False, names: tuple[str, ...] = ()) -> Iterator[Journey]:
    """The journeys of an evaluation: all, the quick ones, or those whose name holds one of `names`."""
    for journey in JOURNEYS:
        named = any(name.lower() in journey.name.lower() for name in names)
        if named or (not names and (journey.quick or not quick)):
            yield journey
