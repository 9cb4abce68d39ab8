"""What a journey of the plan is, and the seats before a browser on which its citizens sit down."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.sync_api import Browser

from a11y_tests.browser import Tab, Window
from a11y_tests.journeys import account, crossing, personas
from a11y_tests.journeys.factors import Card, InHand
from a11y_tests.journeys.traveller import OnPage, Traveller
from a11y_tests.people import Person
from a11y_tests.portal import Portal


def unwatched(tab: Tab, state: str) -> None:
    """Nobody looks at the pages of a journey."""


class LeftOut(Exception):
    """A journey cannot be gone here, and no citizen is stranded by it: a program or a setting is missing."""


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
        return self.seat(person, keyboard=keyboard, **window)

    def seat(self, person: Person, *, keyboard: bool = False, **window: Any) -> Traveller:
        """Somebody in a window of their own."""
        self.tabs.append(Tab(self.browser, Window(**{"language": self.language, **self.window, **window})))
        return Traveller(self.portal, self.tabs[-1], person, keyboard=keyboard, on_page=self.on_page)

    def newcomer(self) -> tuple[Traveller, Card]:
        """Somebody who has just crossed with a code card, unwatched till now, and the card."""
        me = self.take("everyday")
        me.watched_by(unwatched)
        eid = crossing.cross(me, "code_card")
        assert isinstance(eid.factor, Card)
        card = {"kind": "code_card", "name": "", "codes": eid.factor.card.codes}
        me.person = replace(me.person, new={"user_id": eid.user_id, "password": eid.password, "factors": [card]})
        me.watched_by(self.on_page)
        return me, eid.factor

    def one_with_a_card(self) -> str:
        """The key of a persona who has crossed and has a code card beside another way, another one in each language."""
        return {"da": "crossed-app-and-card", "en": "crossed-audio-and-card"}[self.language]

    def logged_on(self, key: str, kind: str = "code_card") -> tuple[Traveller, InHand]:
        """A persona who has crossed, logged on and unwatched till now, and the factor with which that was done."""
        me = self.take(key)
        me.watched_by(unwatched)
        factor = account.log_on(me, kind)
        me.watched_by(self.on_page)
        return me, factor

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

    window: how the browser is set, where not as usual (Window's fields).
    settings: the OVERGANG_ settings without which it cannot be gone; a portal of our own is started with them.
    beside: those of a second server for the same citizens, at `seats.portal.beside`.
    together: journeys with the same word share personas, and are gone one after another.
    """

    name: str
    walk: Callable[[Seats], None]
    quick: bool = False
    window: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    together: str = ""

    @property
    def needs_its_own(self) -> bool:
        """Whether a portal of our own must be started for it."""
        return bool(self.settings or self.beside)
