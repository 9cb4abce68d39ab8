"""Looking at pages by their addresses, on any site: those of a list, or all that can be reached by links."""

from contextlib import suppress
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import Browser, Error, Page, TimeoutError

from a11y_tests.browser import Tab, Window
from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.patience import patient
from a11y_tests.evaluation.recording import Recorder
from a11y_tests.evaluation.walking import Walk

LINKS = "() => [...document.links].filter(a => !a.download).map(a => a.href)"
LANGUAGE = "() => (document.documentElement?.lang || '').split('-')[0]"
MOST_PAGES = 200
# A page has this long to load, and then to fetch what it fetches; one that never ends is judged as it is by then.
LOAD_MS, FETCH_MS = 10_000, 3_000
MOST_SECONDS = 60  # until a page is given up
TRIES = 3  # a page may send its reader on to another, and that again
PAGES = ("html", "svg")  # in the types of what browsers show as pages
BAD = 400


def look_at_all(browser: Browser, library: Library, pages: tuple[str, ...]) -> list[Walk]:
    """Open each address, and record the page. Of one that is no page, or does not open, the walk tells."""
    return [_look_at(browser, library, page) for page in pages]


def _look_at(browser: Browser, library: Library, page: str) -> Walk:
    recorder, walk = Recorder(library, "pages"), Walk(page, "")
    tab = Tab(browser, Window())
    try:
        with patient(browser, MOST_SECONDS):
            walk.broke = _record(tab, recorder, page)
    except Error as error:
        first = str(error).partition("\n")[0]
        walk.broke = "It is no page: a file to save." if "Download is starting" in first else first
    finally:
        tab.close()
    walk.faults, walk.visited = tab.faults, sorted(recorder.visited)
    return walk


def _record(tab: Tab, recorder: Recorder, address: str) -> str:
    """Why there is nothing to record; "" where it was recorded."""
    tab.page.goto(address, wait_until="commit")
    _rest(tab.page)
    kind = tab.page.evaluate("document.contentType")
    if not any(one in kind for one in PAGES):
        return f"It is no page: {kind}."
    tab.window = Window(language=tab.page.evaluate(LANGUAGE))
    status = tab.answers[0].status if tab.answers else 0
    recorder(tab, f"status {status}" if status >= BAD else "")
    return ""


def _rest(page: Page) -> None:
    """Wait until a page is there: loaded, what it fetches fetched, and not on its way to another."""
    for _ in range(TRIES):
        with suppress(TimeoutError):
            page.wait_for_load_state("load", timeout=LOAD_MS)
            if page.locator("script, meta[http-equiv]").count():  # nothing else would fetch, or go on
                page.wait_for_load_state("networkidle", timeout=FETCH_MS)
        with suppress(Error):  # it went on to another page meanwhile
            page.evaluate("1")
            return


def crawl(browser: Browser, start: str, most: int = MOST_PAGES) -> list[str]:
    """The addresses of the pages that can be reached by links from a page and are of the same origin."""
    found, looked = [start], 0
    while looked < len(found) and len(found) < most:
        html, links = _links(browser, found[looked])
        if html or looked == 0:
            looked += 1
        else:
            del found[looked]
        for link in links:
            with suppress(ValueError):  # an address that is none
                address = urldefrag(urljoin(start, link)).url
                if urlsplit(address)[:2] == urlsplit(start)[:2] and address not in found and len(found) < most:
                    found.append(address)
    return found


def _links(browser: Browser, address: str) -> tuple[bool, list[str]]:
    """Whether an address is a page, and where its links lead."""
    tab = Tab(browser, Window())
    try:
        with patient(browser, MOST_SECONDS):
            answer = tab.page.goto(address, wait_until="commit")
            _rest(tab.page)
            html = answer is not None and answer.ok and "html" in answer.headers.get("content-type", "")
            return html, [str(one) for one in tab.page.evaluate(LINKS)] if html else []
    except Error:  # a download, or an address that does not answer: no page
        return False, []
    finally:
        tab.close()
