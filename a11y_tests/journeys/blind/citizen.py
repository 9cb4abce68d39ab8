"""A person at the keys who sees nothing: presses a key, hears what has focus now, and finds things by their names."""

import re
import time
from collections.abc import Callable

from a11y_tests.browser import Tab
from a11y_tests.journeys.blind import tree
from a11y_tests.journeys.blind.ears import LISTEN_SECONDS, STEP_MS, Ears
from a11y_tests.journeys.blind.tree import Node
from a11y_tests.journeys.blind.words import word

MOST_STOPS = 150
MOST_CHOICES = 30
# A place that focus is sent to, and that needs no name of its own: it is read as what it is.
PAGE_ITSELF = "RootWebArea"  # where Tab begins, and where it comes to after the last stop
PLACES = (PAGE_ITSELF, "main")
MASKED = re.compile(r"[•●*]*")


class Blind:
    """One window, by keys and ears alone. What is `kept_secret` may be typed and read, but is never announced."""

    def __init__(self, tab: Tab) -> None:
        self.page = tab.page
        self.language = tab.window.language
        self.ears = Ears(tab.page)
        self.secrets: set[str] = set()
        self.titles: list[str] = []
        self._session = tab.context.new_cdp_session(tab.page)
        self._session.send("Accessibility.enable")  # keeps the tree: without it, each question builds one
        self._whole: Node | None = None

    def say(self, key: str) -> str:
        """The portal's word in this person's language."""
        return word(key, self.language)

    def keep_secret(self, *secrets: str) -> None:
        """These must never be in a title or a live region, from the first page to the last."""
        self.secrets.update(secrets)

    def open(self, address: str) -> None:
        """Type an address, or use a bookmark."""
        self.page.goto(address)
        self.arrived()

    def load_again(self) -> None:
        """Have the same page anew."""
        self.page.reload()
        self.arrived()

    def arrived(self) -> None:
        """A new page is there: its title is said."""
        self._whole = None
        self.titles.append(tree.title(self._session))

    # What is heard

    @property
    def here(self) -> Node:
        """What has focus."""
        return tree.focused(self._session)

    @property
    def whole(self) -> Node:
        """The page, read once after it came."""
        if self._whole is None:
            self._whole = tree.whole(self._session)
        return self._whole

    @property
    def text(self) -> str:
        """Everything on the page, as it is read."""
        return self.whole.text()

    @property
    def title(self) -> str:
        """What is said first of a page."""
        return self.titles[-1]

    def arrive(self, heading: str, rest: str = "") -> None:
        """Be told, by title and heading, that this is the page. Raises AssertionError where it is another."""
        expected = self.say(heading)
        assert self.title.startswith(expected), f"expected {expected!r}, heard {self.title!r}\n{self.text}"
        headings = [node.name for node in self.whole.walk() if node.role == "heading"]
        assert any(name.startswith(expected) and rest in name for name in headings), headings

    def hear_error(self, sentence: str) -> None:
        """The title says that something is wrong; focus is on what says what."""
        assert self.title.startswith(self.say("error")), self.title
        assert self.here.name == self.say("problem"), f"focus is on {self.here}"
        assert self.say(sentence) in self.text, self.text

    def hear(self, sentence: str, since: int = 0) -> None:
        """Wait until a live region says it."""
        self.ears.wait_for(self.say(sentence), since)

    def read(self, sentence: str, rest: str = "") -> None:
        """Meet a sentence while reading; `rest` is somebody's own words in it. Raises AssertionError."""
        wanted = self.say(sentence).format(rest)
        assert wanted in self.text, f"{wanted!r} is not told on the page:\n{self.text}"

    def after(self, sentence: str, pattern: str) -> str:
        """What is read after a sentence, without the spaces between its signs. Raises AssertionError."""
        found = re.search(re.escape(self.say(sentence)) + rf"\s*({pattern})", self.text)
        assert found, f"nothing like {pattern} after {self.say(sentence)!r} in:\n{self.text}"
        return re.sub(r"\s", "", found.group(1))

    # What the keys do

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

    def write_password(self, label: str, text: str) -> None:
        """The same; what the screen reader says of the field is no letter of it."""
        self.keep_secret(text)
        self.write(label, text)
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

    # What comes by itself

    def wait_until_it_goes_on(self) -> None:
        """Wait until the page goes on by itself to another."""
        self._until(lambda: tree.title(self._session) not in ("", self.title), "another page")
        self.arrived()

    def wait_for_focus(self, name: str) -> None:
        """Wait until focus has been brought to something with this name."""
        self._until(lambda: self.here.name == self.say(name), f"focus on {self.say(name)!r}")
        self.titles.append(tree.title(self._session))
        self._whole = None

    def _until(self, there: Callable[[], bool], wanted: str) -> None:
        give_up = time.monotonic() + LISTEN_SECONDS
        while not there():
            if time.monotonic() > give_up:
                raise AssertionError(f"{wanted} did not come; heard {self.ears.heard}, focus on {self.here}")
            self.page.wait_for_timeout(STEP_MS)

    def check_that_secrets_were_kept(self) -> None:
        """No title and no live region has held one."""
        for said in [*self.titles, *self.ears.heard]:
            bare = re.sub(r"[\s-]", "", said).casefold()
            told = [secret for secret in self.secrets if re.sub(r"[\s-]", "", secret).casefold() in bare]
            assert not told, f"{said!r} tells a secret"
