"""Opening a recorded page again, offline, as often as is needed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, Error, Page, Route

from a11y_tests.browser import PATIENCE_MS, Window
from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.evaluation.subject import Subject

NOTHING = 204
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@contextmanager
def opened(browser: Browser, library: Library, capture: Capture) -> Iterator[Subject]:
    """A recorded page in a window of its own, for as long as it is judged.

    Whatever it loads comes from the recording. A form that is sent and a link that is followed lead nowhere.
    """
    window = Window(capture.language, capture.javascript, capture.width, capture.height)
    context = browser.new_context(**window.options())
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    context.route("**/*", lambda route: _answer(route, library, capture))
    if capture.javascript:
        page.clock.install(time=capture.taken)

    def reopen() -> None:
        page.set_viewport_size({"width": capture.width, "height": capture.height})
        page.goto(capture.url, wait_until="load")
        page.keyboard.press("Shift")  # a key was the last input: focus is shown

    try:
        reopen()
        yield _subject(page, reopen, library, capture)
    finally:
        context.close()


def _subject(page: Page, reopen: object, library: Library, capture: Capture) -> Subject:
    answer = capture.answers.get(capture.url)
    return Subject(
        page=page,
        reopen=reopen,  # type: ignore[arg-type]
        url=capture.url,
        html=_text(library.body(answer.body), answer.headers) if answer else "",
        name=capture.name,
        state=capture.state,
        language=capture.language,
        scripts=capture.javascript,
        clock=capture.javascript,
        size={"width": capture.width, "height": capture.height},
        status=answer.status if answer else 200,
        headers=answer.headers if answer else {},
        as_left=bool(capture.live),
    )


def _text(body: bytes, headers: dict[str, str]) -> str:
    """A page's source, in the encoding that its first bytes, its header or it itself says, else UTF-8."""
    said = CHARSET.search(headers.get("content-type", "")) or CHARSET.search(body[:1024].decode("latin-1"))
    name = next((one for mark, one in MARKS if body.startswith(mark)), said.group(1) if said else "utf-8")
    try:
        return body.decode(name, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _answer(route: Route, library: Library, capture: Capture) -> None:
    with suppress(Error):  # a window that was closed meanwhile, or a rule that has answered, needs no answer
        _answered(route, library, capture)


def _answered(route: Route, library: Library, capture: Capture) -> None:
    request = route.request
    url = request.url.split("#")[0]
    answer = capture.answers.get(url)
    if request.is_navigation_request() and request.frame == request.frame.page.main_frame:
        if url != capture.url or request.method != "GET":
            route.fulfill(status=NOTHING)
        else:
            _fulfil(route, library, answer, capture.live)
    elif answer is None or (capture.live and request.resource_type == "script"):
        # As its scripts had left it, a page needs them no more: they would do their work twice.
        route.fulfill(status=NOTHING if answer else 404)
    else:
        _fulfil(route, library, answer, "")


def _fulfil(route: Route, library: Library, answer: Answer | None, live: str) -> None:
    headers = answer.headers if answer else {"content-type": "text/html; charset=utf-8"}
    if live:  # it was kept as UTF-8, whatever the server had sent
        kind = headers.get("content-type", "text/html").partition(";")[0]
        headers = {**headers, "content-type": f"{kind}; charset=utf-8"}
    status = 200 if answer is None or answer.status in (301, 302, 303, 304, 307, 308) else answer.status
    route.fulfill(status=status, headers=headers, body=library.body(live or (answer.body if answer else live)))
