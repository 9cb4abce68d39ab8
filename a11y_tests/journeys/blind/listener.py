"""What a person who sees nothing knows of a window: what is said of the page, of what has focus, and unasked."""

import re
import time
from collections.abc import Callable

from a11y_tests.browser import Tab
from a11y_tests.journeys.blind import tree
from a11y_tests.journeys.blind.ears import LISTEN_SECONDS, STEP_MS, Ears
from a11y_tests.journeys.blind.tree import Node
from a11y_tests.journeys.blind.words import word


class Listener:
    """One window, by ear. What is kept secret may be typed and read, but is never announced."""

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

    def arrived(self) -> None:
        """A new page is there: its title is said."""
        self._whole = None
        self.titles.append(tree.title(self._session))

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

    def arrive(self, heading: str) -> None:
        """Be told, by title and heading, that this is the page. Raises AssertionError where it is another."""
        expected = self.say(heading)
        assert self.title.startswith(expected), f"expected {expected!r}, heard {self.title!r}\n{self.text}"
        headings = [node for node in self.whole.walk() if node.role == "heading" and node.states["level"] == 1]
        assert len(headings) == 1, headings
        assert headings[0].name.startswith(expected), headings

    def hear_error(self, sentence: str) -> None:
        """The title says that something is wrong; focus is on what says what."""
        assert self.title.startswith(self.say("error")), self.title
        assert self.here.name == self.say("problem"), f"focus is on {self.here}"
        self.read(sentence)

    def hear(self, *sentences: str, since: int = 0) -> None:
        """Wait until a live region says one of these."""
        self.ears.wait_for(*map(self.say, sentences), since=since)

    def read(self, sentence: str, rest: str = "") -> None:
        """Meet a sentence while reading; `rest` is somebody's own words in it. Raises AssertionError."""
        wanted = self.say(sentence).format(rest)
        assert wanted in self.text, f"{wanted!r} is not told on the page:\n{self.text}"

    def after(self, sentence: str, pattern: str) -> str:
        """What is read after a sentence, without the spaces between its signs. Raises AssertionError."""
        found = re.search(re.escape(self.say(sentence)) + rf"\s*({pattern})", self.text)
        assert found, f"nothing like {pattern} after {self.say(sentence)!r} in:\n{self.text}"
        return re.sub(r"\s", "", found.group(1))

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
