"""Take the README's pictures: `make pictures` starts the demo country and walks its main pages in Chromium."""

import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]


@dataclass(frozen=True)
class Picture:
    """A page as somebody sees it."""

    name: str
    path: str
    width: int = 900
    height: int = 760
    scheme: str = "light"
    forced: str = "none"


SHOWN = (
    Picture("front-page", "/"),
    Picture("crossing", "/skift/nemid"),
    Picture("help-me-choose", "/hjaelp/vaelg?no_sight=y&no_printer=y&ask=1"),
    Picture("log-on-narrow", "/log-paa", 320, 640),
    Picture("log-on-dark", "/en/log-on", 900, 760, "dark"),
    Picture("log-on-forced-colours", "/en/log-on", 900, 760, "dark", "active"),
)


def main() -> None:
    """Start, walk, save."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _portal() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for picture in SHOWN:
            _take(browser, address, picture)
            print(f"docs/pictures/{picture.name}.png")
        browser.close()


def _take(browser: Browser, address: str, picture: Picture) -> None:
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        forced_colors=picture.forced,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{address}{picture.path}")
    page.screenshot(path=PICTURES / f"{picture.name}.png")
    context.close()


@contextlib.contextmanager
def _portal() -> Iterator[str]:
    """The demo country on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "app", "run", "--data", data, "--port", str(port)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            _wait(f"http://localhost:{port}/health", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _try in range(600):
        if server.poll() is not None:
            raise SystemExit("the portal did not start")
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=2):  # noqa: S310
            return
        time.sleep(0.2)
    raise SystemExit("the portal did not answer within two minutes")


if __name__ == "__main__":
    main()
