"""Starting the engines, all or none, and proving that each is alive."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser

from a11y_tests.engines.alfa import Alfa
from a11y_tests.engines.axe import Axe
from a11y_tests.engines.codesniffer import CodeSniffer
from a11y_tests.engines.engine import Engine, prove
from a11y_tests.engines.equal_access import EqualAccess
from a11y_tests.engines.html_validate import HtmlValidate
from a11y_tests.engines.nu import Nu

# The Nu checker first: it takes seconds to start, meanwhile the others are proven.
ENGINES: tuple[Callable[[], Engine], ...] = (Nu, Axe, EqualAccess, Alfa, CodeSniffer, HtmlValidate)


@contextmanager
def running(browser: Browser, engines: Sequence[Callable[[], Engine]] = ENGINES) -> Iterator[list[Engine]]:
    """The engines, started and proven alive. Raises CannotStart where one of them is not."""
    started: list[Engine] = []
    try:
        for make in engines:
            started.append(make())
        for engine in reversed(started):
            prove(engine, browser)
        yield started
    finally:
        for engine in started:
            engine.stop()
