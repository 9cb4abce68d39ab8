"""One window in which test pages are opened, one after the other, and judged by a rule."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, Response, Route
from playwright.sync_api import Error as BrowserError

from a11y_tests.browser import Window
from a11y_tests.evaluation.judging import RuleBroke, judge_once
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import Subject

LOAD_MS = 8_000
MOVES_ON = re.compile(r"http-equiv=.?refresh|location\.reload", re.IGNORECASE)


class Bench:
    """A window of its own.

    is_shut: nothing but the server at `home` is in reach; pages that ask for nothing else are faster without.
    """

    def __init__(self, browser: Browser, home: str, is_shut: bool = True) -> None:
        self._context: BrowserContext = browser.new_context(**Window(language="en").options())
        self.home = home
        self._reach = "/".join(home.split("/")[:3])
        if is_shut:
            self._context.route("**/*", self._only_home)
        self._page: Page | None = None
        self._is_going = False

    def judge(self, url: str, rule: Rule) -> list[Finding]:
        """What the rule finds on the page, in the light world alone: the cases are made for it.

        Raises RuleBroke. A page that moves on by itself while it is looked at gets a second look,
        and is kept where it is.
        """
        try:
            return self._judged(url, rule)
        except (BrowserError, RuleBroke):
            self._renew()
            self._page = self._context.new_page()
            self._page.route("**/*", self._stay)
            try:
                return self._judged(url, rule)
            finally:
                self._renew()

    def close(self) -> None:
        """Close the window."""
        self._context.close()

    def _judged(self, url: str, rule: Rule) -> list[Finding]:
        subject = self.open(url)
        try:
            return judge_once(subject, rule).findings
        finally:
            if rule.acts or MOVES_ON.search(subject.html):
                self._renew()

    def open(self, url: str) -> Subject:
        """The page as a rule sees it."""
        page = self._page = self._page or self._context.new_page()
        source = self._context.request.get(url).text()
        if MOVES_ON.search(source):
            page.route("**/*", self._stay)  # what loads itself again and again is never at rest
        answer = self._go(page, url)
        return Subject(
            page=page,
            reopen=lambda: self._go(page, url) and None,
            url=url,
            size=page.viewport_size,
            html=source,
            status=answer.status if answer else 0,
            headers=answer.headers if answer else {},
        )

    def _go(self, page: Page, url: str) -> Response | None:
        self._is_going = True
        answer = page.goto(url, wait_until="commit", timeout=LOAD_MS)
        try:
            page.wait_for_load_state("load", timeout=LOAD_MS)
        except BrowserError:
            return answer  # a film that never ends loading: what there is by now is judged
        return answer

    def _renew(self) -> None:
        if self._page:
            self._page.close(run_before_unload=False)
        self._page = None

    def _stay(self, route: Route) -> None:
        """Let the page go only where it is sent from here."""
        request = route.request
        is_moving = request.is_navigation_request() and request.frame.parent_frame is None
        if is_moving and not self._is_going:
            route.fulfill(status=204)
            return
        self._is_going = self._is_going and not is_moving
        route.fallback()

    def _only_home(self, route: Route) -> None:
        if route.request.url.startswith(self._reach):
            route.continue_()
        else:
            route.abort()
