"""What every page must have, whoever opens it: seen at every step of every journey, at next to no cost."""

from typing import Any

from a11y_tests.browser import Tab
from a11y_tests.journeys.words import word

LOOK = """() => ({
  title: document.title,
  headings: [...document.querySelectorAll('h1')].map(h => h.textContent.trim().replace(/\\s+/g, ' ')),
  parts: [...document.querySelectorAll('main h2[tabindex="-1"]')].map(h => h.textContent.trim()),
  language: document.documentElement.lang,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  invalid: document.querySelectorAll('[aria-invalid=true]').length,
})"""
SERVICE = "Overgang"


def basics(tab: Tab, state: str) -> list[str]:
    """What is wrong with this page's title, heading, language or width."""
    seen = tab.page.evaluate(LOOK)
    faults = []
    if len(seen["headings"]) != 1:
        faults.append(f"has the first-level headings {seen['headings']}")
    elif seen["title"] not in _titles(seen, seen["invalid"] or "error" in state, tab.window.language):
        faults.append(f"is called {seen['title']!r}, and its heading is {seen['headings'][0]!r}")
    if seen["language"] != tab.window.language:
        faults.append(f"says that its language is {seen['language']!r}")
    if seen["wide"] > 0:
        faults.append(f"must be scrolled sideways: {seen['wide']} px at a width of {tab.window.width}")
    return [f"{tab.page.url} ({state}) {fault}" for fault in faults]


def _titles(seen: dict[str, Any], has_errors: bool, language: str) -> list[str]:
    """What the page may be called: by its heading; where a script changes what it shows, by that part's heading too."""
    start, heading = f"{word('error', language)} " if has_errors else "", seen["headings"][0]
    return [f"{start}{name} – {SERVICE}" for name in (heading, *(f"{part} – {heading}" for part in seen["parts"]))]


def hold_basics(tab: Tab, state: str) -> None:
    """The same as an assertion, to be called on every page of a journey."""
    faults = basics(tab, state)
    assert not faults, "\n".join(faults)
