"""The portal and the browser that every journey here uses."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from a11y_tests.audit import Audit
from a11y_tests.axe import Judge
from a11y_tests.browser import NoBrowser, Tab, Window, chromium
from a11y_tests.deployment import deployment
from a11y_tests.portal import Portal
from a11y_tests.sparing import SparingAudit

NewTab = Callable[..., Tab]


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The portal to test; see deployment.py."""
    with deployment(tmp_path_factory.mktemp("portal")) as running:
        yield running


# Not for the whole session: while Playwright runs, no other test of the same worker could use asyncio.run().
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium; the test is skipped, with a reason, where there is none."""
    try:
        with chromium() as started:
            yield started
    except NoBrowser:
        pytest.skip("NO BROWSER TESTS HERE: no Chromium is installed (Debian: chromium)")


@pytest.fixture
def new_tab(browser: Browser) -> Iterator[NewTab]:
    """Opens windows: `new_tab(language="en", javascript=False)`. What their scripts or CSP complain of is an error."""
    tabs: list[Tab] = []

    def open_tab(**window: object) -> Tab:
        tabs.append(Tab(browser, Window(**window)))  # type: ignore[arg-type]
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()
    faults = [fault for tab in tabs for fault in tab.faults]
    assert not faults, faults


@pytest.fixture(scope="session")
def judged() -> set[str]:
    """The marks of what was judged: a page that looks the same in the same state is judged once."""
    return set()


@pytest.fixture
def audit(judged: set[str]) -> Iterator[Audit]:
    """Judges every page that a journey shows it; what it has found fails the test in the end."""
    yield from _judging(Audit(Judge(), judged))


@pytest.fixture
def sparing_audit(judged: set[str]) -> Iterator[Audit]:
    """The same for journeys with many states."""
    yield from _judging(SparingAudit(Judge(), judged))


def _judging(judging: Audit) -> Iterator[Audit]:
    yield judging
    assert judging.visited, "no page was looked at"
    if judging.findings:
        pytest.fail(judging.report(), pytrace=False)
