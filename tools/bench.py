"""`make bench`: whole log-ons a second beside Argon2id's own ceiling, log-on pages a second, memory.

The real server (`python -m app serve`) runs in processes of its own, with real password hashes; what it is asked with
shares the machine's cores, so the figures are what is left for it. Figures, never a pass or a fail.
"""

import http.client
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from argon2 import PasswordHasher, Type

from app.core import clock, enrol
from app.core.account import set_user_id
from app.core.context import Core
from app.core.models import Citizen, Credential
from app.core.sealed import digest, seal
from app.factors.code_card import check
from app.main import make_core
from app.settings import Settings

CITIZENS, CLIENTS, SECONDS = 200, 16, 8.0
PASSWORD = "tolv grønne kaniner på Fyn"  # noqa: S105
TOKEN = re.compile(rb'name="csrf_token" value="([^"]+)"')
CORES = os.cpu_count() or 1


def main() -> None:
    """Make citizens, serve them, and print the figures."""
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else CORES
    with tempfile.TemporaryDirectory() as folder:
        core = make_core(Settings(data=Path(folder), demo=True))
        core.database.upgrade()
        cards = make_citizens(core)
        with served(Path(folder), workers) as (port, server):
            idle = memory(server)
            ceiling = hashes_a_second(core)
            logons = logons_a_second(core, port, cards)
            pages = pages_a_second(port)
            busy = memory(server)
        core.database.engine.dispose()
    print(f"processes                 {workers} on {CORES} cores")
    print(f"Argon2id's ceiling        {ceiling:7.1f} hashes/s")
    print(f"whole log-ons             {logons:7.1f} a second = {100 * logons / ceiling:.0f} % of the ceiling")
    print(f"log-on pages              {pages:7.0f} a second")
    print(f"memory a process          {max(idle):7.0f} MiB before, {max(busy):.0f} MiB after")


def make_citizens(core: Core) -> list[str]:
    """Citizens with a code card each; gives the cards' ids. One hash serves all: only checking it is measured."""
    hashed, cards = core.passwords.hash(PASSWORD), []
    with core.database.write() as db:
        for number in range(CITIZENS):
            citizen = Citizen(status="active", password_hash=hashed, created_at=clock.now(), crossed_at=clock.now())
            citizen.cpr, citizen.name = seal(db, f"611180{number:04d}", "citizen.cpr"), seal(db, "Åse", "citizen.name")
            citizen.cpr_digest = digest(db, str(number), "cpr")
            db.add(citizen)
            db.flush()
            set_user_id(db, citizen, f"borger{number}")
            credential = enrol.prepare(core, db, citizen, "code_card", {})
            credential.status, credential.activated_at = "active", clock.now()
            cards.append(credential.id)
    return cards


@contextmanager
def served(data: Path, workers: int) -> Iterator[tuple[int, int]]:
    """The server, until the block ends; gives its port and process id."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "app", "serve", "--demo", "--port", str(port), "--data", str(data)]
    environment = {**os.environ, "OVERGANG_SOURCE_FAILURES": "1000000"}
    process = subprocess.Popen([*command, "--workers", str(workers)], env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait(20)


def wait_for(port: int) -> None:
    """Return when the server answers. Raises TimeoutError after half a minute."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            Browser(port).get("/log-paa")
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server did not start")


class Browser:
    """A browser without JavaScript: keep-alive, cookies, forms."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._base = f"http://localhost:{port}"
        self.cookies: dict[str, str] = {}
        self.body = b""

    def get(self, path: str) -> int:
        """Fetch a page; gives the status."""
        return self._send("GET", path)

    def submit(self, path: str, **fields: str) -> int:
        """Send the form of the page that was fetched last; gives the status."""
        found = TOKEN.search(self.body)
        token = found[1].decode() if found else ""
        return self._send("POST", path, urlencode({"csrf_token": token, **fields}))

    def _send(self, method: str, path: str, body: str | None = None) -> int:
        headers = {"Host": self._base.removeprefix("http://")}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self._base}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        self.body = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status


def log_on(core: Core, browser: Browser, number: int, card: str) -> bool:
    """Five requests, as a browser makes them; True where Min side came."""
    browser.cookies.pop("session", None)
    browser.get("/log-paa")
    browser.submit("/log-paa", user_id=f"borger{number}", password=PASSWORD)
    browser.get("/log-paa/bekraeft")
    with core.database.read() as db:
        credential = db.get_one(Credential, card)
    code = check.code_at(core.database.keys, credential, credential.data["asked"] or 0)
    browser.submit("/log-paa/bekraeft", code=code)
    return browser.get("/min-side") == 200


def logons_a_second(core: Core, port: int, cards: list[str]) -> float:
    """Whole log-ons by clients at once, each with citizens of its own."""
    done, stop, lock = 0, threading.Event(), threading.Lock()

    def client(which: int) -> None:
        nonlocal done
        browser, turn = Browser(port), 0
        while not stop.is_set():
            number = (which + turn * CLIENTS) % (CITIZENS - CITIZENS % CLIENTS)
            turn += 1
            if log_on(core, browser, number, cards[number]):
                with lock:
                    done += 1

    with ThreadPoolExecutor(CLIENTS) as threads:
        running = [threads.submit(client, which) for which in range(CLIENTS)]
        time.sleep(2)  # warm
        before, begun = done, time.monotonic()
        time.sleep(SECONDS)
        rate = (done - before) / (time.monotonic() - begun)
        stop.set()
    for client_run in running:
        client_run.result()
    return rate


def pages_a_second(port: int) -> float:
    """Log-on pages, keep-alive: by wrk where it is installed, which takes least from the server."""
    url = f"http://localhost:{port}/log-paa"
    try:
        said = subprocess.run(["wrk", "-t1", "-c16", f"-d{SECONDS:.0f}s", url], capture_output=True, text=True).stdout
        found = re.search(r"Requests/sec:\s+([\d.]+)", said)
        return float(found[1]) if found and "Non-2xx" not in said else 0.0
    except FileNotFoundError:
        return _pages_by_threads(port)


def _pages_by_threads(port: int) -> float:
    end = time.monotonic() + SECONDS

    def fetch(_which: int) -> int:
        browser, count = Browser(port), 0
        while time.monotonic() < end:
            count += browser.get("/log-paa") == 200
        return count

    with ThreadPoolExecutor(4) as threads:
        return sum(threads.map(fetch, range(4))) / SECONDS


def hashes_a_second(core: Core) -> float:
    """What all cores together can check, with nothing else to do."""
    hasher = PasswordHasher(core.settings.argon2_passes, core.settings.argon2_memory_kib, 1, type=Type.ID)
    stored, end = hasher.hash(PASSWORD), time.monotonic() + 3

    def work(_which: int) -> int:
        count = 0
        while time.monotonic() < end:
            count += hasher.verify(stored, PASSWORD)
        return count

    with ThreadPoolExecutor(CORES) as threads:
        return sum(threads.map(work, range(CORES))) / 3


def memory(server: int) -> list[float]:
    """MiB in memory of each process that serves."""
    children = subprocess.run(["ps", "-o", "rss=", "--ppid", str(server)], capture_output=True, text=True).stdout
    own = subprocess.run(["ps", "-o", "rss=", "-p", str(server)], capture_output=True, text=True).stdout
    return [int(size) / 1024 for size in (children + own).split()]


if __name__ == "__main__":
    main()
