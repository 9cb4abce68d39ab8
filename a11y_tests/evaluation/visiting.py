"""Looking at pages by their addresses, on any site: those of a list, or all that can be reached by links."""

from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import Browser, Error

from a11y_tests.browser import Tab, Window
from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.recording import Recorder
from a11y_tests.evaluation.walking import Walk

LINKS = "() => [...document.links].filter(a => !a.download).map(a => a.href)"
MOST_PAGES = 200


def look_at_all(browser: Browser, library: Library, pages: tuple[str, ...]) -> list[Walk]:
    """Open each address, and record the page."""
    return [_look_at(browser, library, page) for page in pages]


def _look_at(browser: Browser, library: Library, page: str) -> Walk:
    recorder, walk = Recorder(library, "pages"), Walk(page, "")
    tab = Tab(browser, Window())
    try:
        tab.page.goto(page)
        declared = tab.page.evaluate("document.documentElement.lang.split('-')[0]")
        tab.window = Window(language=declared)
        recorder(tab, "")
    except Error as error:
        walk.broke = f"{type(error).__name__}: {error}"
    finally:
        tab.close()
    walk.faults, walk.visited = tab.faults, sorted(recorder.visited)
    return walk


def crawl(browser: Browser, start: str, most: int = MOST_PAGES) -> list[str]:
    """The addresses of the pages that can be reached by links from a page and are of the same origin."""
    found, looked = [start], 0
    tab = Tab(browser, Window())
    while looked < len(found) and len(found) < most:
        try:
            answer = tab.page.goto(found[looked])
            html = answer is not None and answer.ok and "html" in answer.headers.get("content-type", "")
            links = tab.page.evaluate(LINKS) if html else []
        except Error:  # a download, or an address that does not answer: no page
            html, links = False, []
        if html or looked == 0:
            looked += 1
        else:
            del found[looked]
        for link in links:
            address = urldefrag(urljoin(start, link)).url
            if urlsplit(address)[:2] == urlsplit(start)[:2] and address not in found and len(found) < most:
                found.append(address)
    tab.close()
    return found
