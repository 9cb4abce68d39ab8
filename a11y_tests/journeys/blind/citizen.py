"""A person at the keys who sees nothing: presses a key, hears what has focus now, and finds things by their names."""

import re
from collections.abc import Callable

from a11y_tests.journeys.blind.listener import Listener
from a11y_tests.journeys.blind.tree import Node

MOST_STOPS = 150
MOST_CHOICES = 30
# A place that focus is sent to, and that needs no name of its own: it is read as what it is.
PAGE_ITSELF = "RootWebArea"  # where Tab begins, and where it comes to after the last stop
PLACES = (PAGE_ITSELF, "main")
MASKED = re.compile(r"[•●*]*")


class Blind(Listener):
    """One window, by keys and ears alone."""

    def open(self, address: str) -> None:
        """Type an address, or use a bookmark."""
        self.page.goto(address)
        self.arrived()

    def load_again(self) -> None:
        """Have the same page anew."""
        self.page.reload()
        self.arrived()

    def key(self, *keys: str) -> Node:
        """Press keys; hear where they have brought one."""
        for one in keys:
            self.page.keyboard.press(one)
        return self.here

    def find(self, role: str, said: Callable[[str], bool], wanted: str) -> Node:
        """Tab until a thing of this role is heard whose name is right. Every stop on the way must have a name."""
        heard: list[str] = []
        while len(heard) < MOST_STOPS and sum(stop == PAGE_ITSELF for stop in heard) < 2:
            node = self.here
            if node.role == role and said(node.name):
                return node
            assert node.name or node.role in PLACES, f"a stop with no name ({node.role}) on {self.title!r}"
            heard.append(node.role if node.role == PAGE_ITSELF else f"{node.role} {node.name!r}")
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no {role} {wanted!r} is met by Tab on {self.title!r}, but: {heard}")

    def find_named(self, role: str, key: str) -> Node:
        """The same, by one of the portal's words."""
        wanted = self.say(key)
        return self.find(role, lambda name: name == wanted, wanted)

    def write(self, label: str, text: str) -> None:
        """Write in a field, found by its name; what stood there is gone."""
        self.find_named("textbox", label)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def find_wrong(self, label: str, sentence: str) -> None:
        """Find a field that is said to be wrong, with why."""
        field = self.find_named("textbox", label)
        assert field.states.get("invalid") == "true", f"{field} is not said to be wrong"
        assert self.say(sentence) in field.description, f"{field} does not say why"

    def write_password(self, label: str, text: str) -> None:
        """Paste it, as a password manager does; what the screen reader says of the field is no letter of it."""
        self.keep_secret(text)
        self.find_named("textbox", label)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        assert MASKED.fullmatch(self.here.value), "the password is read out"

    def choose(self, option: str) -> None:
        """Choose one of a group of radio buttons: Tab to the group, arrows within it."""
        node = self.find("radio", bool, option)
        for _ in range(MOST_CHOICES):
            if node.name == self.say(option):
                break
            node = self.key("ArrowDown")
        if self.key().states.get("checked") != "true":
            node = self.key("Space")
        assert node.name == self.say(option), f"the group has no {self.say(option)!r}; it ends at {node.name!r}"
        assert node.states.get("checked") == "true", f"{node} is not said to be chosen"

    def choose_from_list(self, label: str, option: str) -> None:
        """Choose in a list that folds out, by its value."""
        node = self.find_named("combobox", label)
        for _ in range(MOST_CHOICES):
            if node.value == self.say(option):
                return
            node = self.key("ArrowDown")
        raise AssertionError(f"{self.say(label)} has no {self.say(option)!r}")

    def press(self, button: str) -> None:
        """Press a button that leads to a page, by its name."""
        self.find_named("button", button)
        self.enter()

    def press_here(self, button: str) -> None:
        """Press a button that leads to no page."""
        self.find_named("button", button)
        self.page.keyboard.press("Enter")

    def press_called(self, name: str) -> None:
        """Press a button whose name holds somebody's own words."""
        self.find("button", lambda heard: heard == name, name)
        self.enter()

    def follow(self, link: str, rest: str = "") -> None:
        """Follow a link, by its name; `rest`: what the name ends with, in somebody's own words."""
        wanted = f"{self.say(link)} {rest}".strip()
        self.find("link", lambda name: name == wanted, wanted)
        self.enter()

    def enter(self) -> None:
        """Enter, and wait for the page that it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrived()
