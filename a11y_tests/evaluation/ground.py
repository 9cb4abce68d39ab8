"""Where a rule acts on the deployment itself."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from a11y_tests.browser import Tab, Window
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.people import Person
from a11y_tests.portal import Portal


@dataclass
class Ground:
    """A deployment, a browser, and one language. Close it with `leave`."""

    portal: Portal
    browser: Browser
    language: str

    def __post_init__(self) -> None:
        self._tabs: list[Tab] = []

    def somebody(self, key: str, **window: Any) -> Traveller:
        """A persona (for good: they may cross) before a browser of their own."""
        return self.seat(self.portal.people.take(key), **window)

    def seat(self, person: Person, **window: Any) -> Traveller:
        """Somebody known before another browser; `window` as in browser.Window."""
        self._tabs.append(Tab(self.browser, Window(**{"language": self.language, **window})))
        return Traveller(self.portal, self._tabs[-1], person)

    def leave(self) -> None:
        """Close every browser window."""
        for tab in self._tabs:
            tab.close()
        self._tabs.clear()
