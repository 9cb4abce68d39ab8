"""Which pages were visited, in which states, languages and worlds; and which never."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.results import Result
from a11y_tests.evaluation.run import Order
from a11y_tests.pages import NO_PAGES, ROOMS

USUAL_WIDTH = 1280
ON_PAPER = "own-paper-keeps-content"  # the rule that looks at a page as it is printed


@dataclass
class Visited:
    """One page of the list (or, with room "", one that is not on it). states: by language."""

    name: str
    room: str
    states: dict[str, set[str]] = field(default_factory=dict)
    worlds: set[str] = field(default_factory=set)
    without_javascript: bool = False
    on_paper: bool = False
    narrow: bool = False

    def missing(self, languages: Iterable[str]) -> list[str]:
        """The languages in which it was never seen."""
        return [language for language in languages if not self.states.get(language)]


@dataclass(frozen=True)
class Coverage:
    """All pages. `whole`: the order was for everything, on a demo of our own, so that a page never visited is a
    failure. (On a deployment that is named, the journeys are left out that need other settings.)"""

    pages: list[Visited]
    languages: tuple[str, ...]
    whole: bool

    @property
    def never(self) -> list[str]:
        """The pages of the list that were never visited, with the language: "crossing_key, en"."""
        listed = [page for page in self.pages if page.room]
        return [f"{page.name}, {language}" for page in listed for language in page.missing(self.languages)]

    @property
    def missing(self) -> list[tuple[str, str]]:
        """The same, each page once with its languages: ("crossing_key", "da, en")."""
        listed = [(page.name, page.missing(self.languages)) for page in self.pages if page.room]
        return [(name, ", ".join(languages)) for name, languages in listed if languages]

    @property
    def seen(self) -> int:
        """How many pages were visited in some language."""
        return sum(bool(page.states) for page in self.pages)

    @property
    def failures(self) -> list[str]:
        """The same, where it counts."""
        return self.never if self.whole else []


def coverage_of(order: Order, captures: Iterable[Capture], results: Iterable[Result]) -> Coverage:
    """What an evaluation has seen."""
    captures = list(captures)
    listed = {} if order.pages else {name: room for room, pages in ROOMS.items() for name in pages if room != NO_PAGES}
    pages = {name: Visited(name, room) for name, room in listed.items()}
    by_id: dict[str, Visited] = {}
    for capture in captures:
        page = by_id[capture.id] = pages.setdefault(capture.name, Visited(capture.name, ""))
        page.states.setdefault(capture.language, set()).add(capture.state)
        page.without_javascript |= not capture.javascript
        page.narrow |= capture.width < USUAL_WIDTH
    for result in results:
        if result.page in by_id:
            by_id[result.page].worlds.add(result.world)
            by_id[result.page].on_paper |= result.rule == ON_PAPER and bool(result.findings)
    whole = order.own and not (order.pages or order.journeys or order.quick)
    return Coverage(list(pages.values()), order.languages, whole)
