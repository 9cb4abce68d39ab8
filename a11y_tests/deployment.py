"""A running portal to look at: one that is named by its address, or a fresh one of our own.

    PORTAL_URL=https://...  PORTAL_DEMO_JSON=FILE   an audit of a deployment; the file is what its
                                                    `python -m app demo --json` prints (docs/legacy-directory.md)

Without them a demo country is started on a free port, and is gone afterwards.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from a11y_tests.people import People
from a11y_tests.portal import Portal

START_SECONDS = 90
ROOT = Path(__file__).parents[1]
# The demo's passwords are hashed as cheaply as Argon2id allows: who is tested here is the page.
QUICK = {"OVERGANG_ARGON2_MEMORY_KIB": "1024", "OVERGANG_ARGON2_PASSES": "1"}
# The personas, and enough others to stand in for them.
CITIZENS, FEW_CITIZENS = 160, 60


@contextmanager
def deployment(data: Path, **settings: str) -> Iterator[Portal]:
    """The portal to test. `data` is an empty folder for one of our own; `settings` are its OVERGANG_ variables."""
    url = os.environ.get("PORTAL_URL", "").rstrip("/")
    if url and not settings:
        listed = Path(os.environ["PORTAL_DEMO_JSON"]).read_text(encoding="utf-8")
        yield Portal(url, People(json.loads(listed)["citizens"]))
        return
    with fresh(data, FEW_CITIZENS if settings else CITIZENS, **settings) as (url, citizens):
        yield Portal(url, People(citizens))


@contextmanager
def fresh(data: Path, count: int = CITIZENS, **settings: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A demo country of our own in an empty folder: its address, and its citizens as `demo --json` lists them."""
    with _served(data, count, {**QUICK, **settings}) as url:
        yield url, _demo_citizens(data, count)


@contextmanager
def with_settings(data: Path, settings: dict[str, str], beside: dict[str, str]) -> Iterator[Portal]:
    """A demo country of our own with other OVERGANG_ settings, in an empty folder. `beside`: the settings of a second
    server for the same country, which is then at `portal.beside`."""
    with fresh(data, FEW_CITIZENS, **settings) as (url, citizens), ExitStack() as running:
        other = running.enter_context(_served(data, FEW_CITIZENS, {**QUICK, **beside})) if beside else ""
        yield Portal(url, People(citizens), other)


@contextmanager
def _served(data: Path, count: int, settings: dict[str, str]) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "app", "run", "--data", str(data), "--port", str(port), "--count", str(count)]
    log = data / f"server-{port}.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **settings}, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        url = f"http://localhost:{port}"
        _wait_until_it_answers(url, server, log)
        yield url
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _wait_until_it_answers(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + START_SECONDS
    while not _answers(url):
        if server.poll() is not None or time.monotonic() > give_up:
            raise RuntimeError(f"the portal did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")
        time.sleep(0.1)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def _demo_citizens(data: Path, count: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "app", "demo", "--json", "--data", str(data), "--count", str(count)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    citizens: list[dict[str, Any]] = json.loads(done.stdout)["citizens"]
    return citizens
