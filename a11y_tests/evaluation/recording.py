"""Recording the pages of a journey: a Recorder is given to a traveller as `on_page`."""

import hashlib
import re
import time
from pathlib import Path

from playwright.sync_api import Error, Response

from a11y_tests.browser import Tab
from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.pages import name_of

SHAPE = (Path(__file__).parents[1] / "probes" / "shape.js").read_text(encoding="utf-8")
# What a page's shape holds of its words.
WORDED = re.compile(
    r"(aria-(?:label|description|valuetext|roledescription|placeholder)|lang)=.*?(?= [a-z-]+=|$)", re.MULTILINE
)
# Said once by the server and not to be said again: lengths and codings are another's when the page is opened anew.
NOT_KEPT = frozenset({"content-length", "content-encoding", "transfer-encoding", "set-cookie", "connection", "date"})


MOST_WAITS, WAIT_MS = 60, 50


class Recorder:
    """Records each page once in each state that looks different. `visited`: the names of all pages that were seen."""

    def __init__(self, library: Library, journey: str = "", seen: set[str] | None = None) -> None:
        self.library = library
        self.journey = journey
        self.visited: set[str] = set()
        self._seen = set() if seen is None else seen
        self._answers: dict[str, Answer] = {}

    def __call__(self, tab: Tab, state: str) -> None:
        """Record the page that is open in a window."""
        name = name_of(tab.page.url)
        self.visited.add(name)
        shape = str(tab.page.evaluate(SHAPE))
        mark = _mark(name, state, tab, _sum(shape))
        if mark in self._seen:
            return
        self._seen.add(mark)
        self.library.add(self._capture(tab, name, state, mark, shape))

    def _capture(self, tab: Tab, name: str, state: str, mark: str, shape: str) -> Capture:
        window, url = tab.window, tab.page.url.split("#")[0]
        _let_end(tab)
        answers = {one.url.split("#")[0]: self._kept(one, one.request in tab.loading) for one in tab.answers}
        # What a script fetched, or chose by the end of the address, it would not do again.
        changed = any(response.request.resource_type in ("xhr", "fetch") for response in tab.answers)
        changed = changed or tab.page.url.partition("#")[2][:1] in ("/", "!")
        live = self.library.keep(tab.page.content().encode()) if changed or url not in answers else ""
        return Capture(
            id=mark[:16],
            url=url,
            name=name,
            state=state,
            language=window.language,
            journey=self.journey,
            javascript=window.javascript,
            width=window.width,
            height=window.height,
            taken=time.time(),
            shape=_sum(shape),
            frame=_sum(WORDED.sub(r"\1", shape)),
            answers=answers,
            live=live,
        )

    def _kept(self, response: Response, is_endless: bool) -> Answer:
        if response.request.is_navigation_request():
            return self._read(response, is_endless)
        if response.url not in self._answers:
            self._answers[response.url] = self._read(response, is_endless)
        return self._answers[response.url]

    def _read(self, response: Response, is_endless: bool) -> Answer:
        headers = {name: value for name, value in response.headers.items() if name not in NOT_KEPT}
        try:
            body = b"" if is_endless else response.body()
        except Error:  # a redirect, or an answer without a body
            body = b""
        return Answer(response.status, headers, self.library.keep(body))


def _let_end(tab: Tab) -> None:
    """Let what is being answered end: of a stream, or a film that is loaded as it is played, nothing is kept."""
    for _ in range(MOST_WAITS):
        if not any(response.request in tab.loading for response in tab.answers):
            return
        tab.page.wait_for_timeout(WAIT_MS)


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _mark(name: str, state: str, tab: Tab, shape: str) -> str:
    window = tab.window
    parts = (name, state, window.language, str(window.javascript), str(window.width), shape)
    return _sum("\n".join(parts))
