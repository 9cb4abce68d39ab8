"""Who is there in a walk: a citizen who sees nothing, their second device, the counter; and what all walks share."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from a11y_tests.journeys.blind.citizen import Blind
from a11y_tests.journeys.blind.counter import Counter
from a11y_tests.journeys.blind.devices import Key
from a11y_tests.journeys.blind.hands import Card, CodeApp, InHand
from a11y_tests.people import Person
from a11y_tests.portal import Portal

MOST_PROOFS = 3


@dataclass
class Scene:
    """One citizen who has crossed, and what is around them. `window` opens one more window."""

    me: Blind
    portal: Portal
    person: Person
    counter: Counter
    window: Callable[[], Blind]

    @property
    def new(self) -> dict[str, Any]:
        """User ID, password and factors from when the demo began."""
        assert self.person.new is not None
        return self.person.new

    def address(self, danish: str, english: str) -> str:
        """An address in the citizen's language."""
        return self.portal.url + (danish if self.me.language == "da" else english)

    def old_hand(self, kind: str) -> InHand:
        """A factor that the citizen had when the demo began."""
        held = self.person.new_factor(kind)
        if kind == "security_key":
            return Key.of(self.me, self.portal, held)
        return Card(held["codes"]) if kind == "code_card" else CodeApp(held["seed"])

    def old_label(self, kind: str) -> str:
        """How the portal calls that factor: kind, and the citizen's own name for it."""
        return f"{self.me.say(kind)}: {self.person.new_factor(kind)['name']}"

    def give_password(self) -> None:
        """From the front page, or from where one has logged off, to the question of a factor."""
        me = self.me
        if not me.titles:
            me.open(self.address("/", "/en"))
            me.arrive("home")
        me.follow("log_on_again" if me.title.startswith(me.say("logged_off")) else "log_on")
        me.arrive("log_on")
        me.write("user_id", self.new["user_id"])
        me.write_password("password", self.new["password"])
        me.press("go_on")
        assert not me.title.startswith(me.say("error")), me.text

    def log_on(self, hand: InHand, label: str, *, never: str = "", choose: bool = False) -> None:
        """To Min side. `never`: a way that must not be offered, for it was lost. `choose`: by its name, for another of
        its kind may be asked first."""
        self.give_password()
        me = self.me
        if never or choose or not me.title.startswith(me.say(f"ask_{hand.kind}")):
            me.follow("another_way")
            me.arrive("choose_another_way")
            offered = [node.name for node in me.whole.walk() if node.role == "button"]
            assert label in offered, offered
            assert never not in offered, offered
            me.press_called(label)
        me.arrive(f"ask_{hand.kind}")
        hand.answer(me)
        me.arrive("my_page")

    def log_off(self) -> None:
        """By the button that is on every page."""
        self.me.press("log_off")
        self.me.arrive("logged_off")

    def to_factors(self) -> None:
        """From Min side to the list."""
        self.me.follow("to_factors")
        self.me.arrive("factors")

    def prove(self, hand: InHand, end: str) -> None:
        """Set a factor up and use it as often as the portal wants, until the page `end` comes."""
        me = self.me
        me.arrive(f"setup_{hand.kind}")
        hand.set_up(me)
        for _ in range(MOST_PROOFS):
            assert not me.title.startswith(me.say("error")), me.text
            if me.title.startswith(me.say(end)):
                break
            hand.answer(me)
        me.arrive(end)

    def ready(self) -> str:
        """On the receipt of a new factor: how it is called from now on."""
        title = self.me.title
        return re.sub(r" – [^–]*$", "", title.removeprefix(self.me.say("ready"))).strip()

    def letters_code(self) -> str:
        """The code of twelve digits in the letter that has come."""
        letters = [message["body"] for message in self.portal.messages("") if message["to"] == self.person.cpr]
        found = re.search(r"(?:\d ?){12}", letters[0]) if letters else None
        assert found, "no letter with a code has come"
        return found.group().replace(" ", "")
