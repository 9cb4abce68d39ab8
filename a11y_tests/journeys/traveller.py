"""A citizen on the portal: finds fields by label, buttons and links by name, headings by what they say."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from a11y_tests.browser import Tab
from a11y_tests.journeys.words import word
from a11y_tests.people import Person
from a11y_tests.portal import Portal

OnPage = Callable[[Tab, str], None]
MOST_TABS = 150
FOCUSED = "e => e === document.activeElement"
IN_ITS_GROUP = "e => document.activeElement.type === 'radio' && document.activeElement.name === e.name"
# How many things could have focus between where it is and a control. Only a guess that saves asking after each Tab:
# whether the control has focus is asked in the end.
STOPS_BEFORE = """control => {
  const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), summary, [tabindex="0"]')]
    .filter(stop => stop === control || stop.checkVisibility())
    .filter(stop => stop === control || stop.type !== 'radio' || stop.checked);
  const here = document.activeElement;
  return stops.indexOf(control) - stops.filter(stop => stop === here || stop.compareDocumentPosition(here) & 4).length;
}"""
SURELY_LESS = 2


class Traveller:
    """One citizen in one window. With `keyboard`, nothing is clicked: Tab, the arrows, Space and Enter do it all. In a
    window that is touched, fingers do it all.

    `on_page(tab, state)` is called on every page that is arrived at; `state` says what is special about it ("" where
    nothing is).
    """

    def __init__(
        self, portal: Portal, tab: Tab, person: Person, *, keyboard: bool = False, on_page: OnPage | None = None
    ) -> None:
        self.portal, self.tab, self.person = portal, tab, person
        self.page = tab.page
        self.language = tab.window.language
        self.keyboard = keyboard
        self.touch = tab.window.touch
        self._on_page = on_page or (lambda tab, state: None)

    def say(self, key: str) -> str:
        """The portal's word in this citizen's language."""
        return word(key, self.language)

    @property
    def text(self) -> str:
        """What stands on the page, as it is seen."""
        return self.page.get_by_role("main").inner_text()

    def open(self, danish: str, english: str) -> None:
        """Type an address, or use a bookmark."""
        self.page.goto(self.portal.url + (danish if self.language == "da" else english))

    def arrive(self, heading: str, state: str = "") -> None:
        """Be on the page with this heading (a key of the words). Raises AssertionError where it is another."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(re.compile(re.escape(self.say(heading)) + "$"))
        self.look(state)

    def look(self, state: str = "") -> None:
        """Let whoever watches see the page as it is now."""
        self._on_page(self.tab, state)

    def fill(self, label: str, text: str) -> None:
        """Write in a field, found by its label. What stood there is gone."""
        field = self.page.get_by_label(self.say(label), exact=True)
        if self.touch:
            field.tap()
        if not self.keyboard:
            field.fill(text)
            return
        self._tab_to(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def value(self, label: str) -> str:
        """What stands in a field."""
        return self.page.get_by_label(self.say(label), exact=True).input_value()

    def choose(self, option: str) -> None:
        """Choose one of a group of radio buttons."""
        radio = self.page.get_by_role("radio", name=self.say(option), exact=True)
        if not self.keyboard:
            self._point_at(radio)
            expect(radio).to_be_checked()
            return
        self._tab_to(radio, IN_ITS_GROUP)
        for _ in range(10):
            if radio.evaluate(FOCUSED):
                break
            self.page.keyboard.press("ArrowDown")
        if not radio.is_checked():
            self.page.keyboard.press("Space")
        expect(radio).to_be_checked()

    def tick(self, option: str) -> None:
        """Tick a box."""
        box = self.page.get_by_role("checkbox", name=self.say(option), exact=True)
        if self.keyboard:
            self._tab_to(box)
            self.page.keyboard.press("Space")
        else:
            self._point_at(box)
        expect(box).to_be_checked()

    def press(self, button: str, which: int = 0) -> None:
        """Press a button that leads to a page, by its name."""
        self._activate(self.page.get_by_role("button", name=self.say(button), exact=True).nth(which))

    def press_named(self, name: str) -> None:
        """Press a button whose name holds somebody's own words."""
        self._activate(self.page.get_by_role("button", name=name, exact=True))

    def press_starting(self, words: str) -> None:
        """Press a button whose name begins like this, and may end in somebody's own words."""
        name = re.compile("^" + re.escape(words))
        self._activate(self.page.get_by_role("main").get_by_role("button", name=name).first)

    def follow(self, link: str) -> None:
        """Follow a link of the page's content, by its name; the first if there are several."""
        self._activate(self.page.get_by_role("main").get_by_role("link", name=self.say(link), exact=True).first)

    def follow_starting(self, words: str) -> None:
        """Follow a link whose name begins like this, and ends in somebody's own words."""
        name = re.compile("^" + re.escape(words))
        self._activate(self.page.get_by_role("main").get_by_role("link", name=name).first)

    def watched_by(self, on_page: OnPage) -> None:
        """From now on, show every page to this one."""
        self._on_page = on_page

    def _activate(self, control: Locator) -> None:
        if self.keyboard:
            self._tab_to(control)
        with self.page.expect_navigation():
            if self.keyboard:
                self.page.keyboard.press("Enter")
            else:
                self._point_at(control)

    def _point_at(self, control: Locator) -> None:
        if self.touch:
            control.tap()
        else:
            control.click()

    def _tab_to(self, control: Locator, reached: str = FOCUSED) -> None:
        expect(control).to_be_visible()
        for _ in range(control.evaluate(STOPS_BEFORE) - SURELY_LESS):
            self.page.keyboard.press("Tab")
        for _ in range(MOST_TABS):
            if control.evaluate(reached):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{control} cannot be reached by Tab on {self.page.url}")
