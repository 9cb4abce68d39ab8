"""The end of patience: a page whose scripts never stop must not hold up an evaluation.

A script that runs for ever blocks whatever asks the page, and no time-out of Playwright's ends that. The process that
shows the page is ended then; what waits for it raises Playwright's Error, and the browser goes on with other pages.
"""

import os
import signal
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser

PROCESSES = Path("/proc")  # where Linux tells of them; elsewhere patience has no end
SHOWS_PAGES = b"--type=renderer"


@contextmanager
def patient(browser: Browser, seconds: float) -> Iterator[None]:
    """Let the block go on for so long, then end the processes that show this browser's pages."""
    timer = threading.Timer(seconds, _end_pages, (_process_of(browser),))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@cache  # asked for at every page that is judged
def _process_of(browser: Browser) -> int:
    session = browser.new_browser_cdp_session()
    try:
        listed = session.send("SystemInfo.getProcessInfo")["processInfo"]
    finally:
        session.detach()
    return next(int(one["id"]) for one in listed if one["type"] == "browser")


def _end_pages(browser: int) -> None:
    """End the processes below a browser's that show pages: the browser's own go on."""
    below = defaultdict(list)
    for folder in PROCESSES.glob("[0-9]*"):
        with suppress(OSError, ValueError):
            # The name of a program, in brackets, may hold spaces.
            parent = int((folder / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[1])
            below[parent].append(int(folder.name))
    waiting = [browser]
    while waiting:
        number = waiting.pop()
        waiting += below[number]
        with suppress(OSError):
            if SHOWS_PAGES in (PROCESSES / str(number) / "cmdline").read_bytes():
                os.kill(number, signal.SIGKILL)
