"""A real Chromium and a portal that answers it, for what only a browser can show. Mark such tests `browser`.

The portal listens at http://localhost, never at 127.0.0.1: WebAuthn works on a name only.
"""

import base64
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from app.core.context import Core
from app.main import build_app
from tests.support.world import quick_core, quick_settings
from tools.system_packages import own_browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# The shell is the same engine without windows, tab strip and toolbars: a new context costs a third of the time.
PROGRAMS = ("chromium-headless-shell", "chromium")
START_SECONDS = 20
NewPage = Callable[..., Page]


@dataclass(frozen=True)
class LivePortal:
    """A portal that is being served: its core (on SQLite) and its address."""

    core: Core
    url: str


@contextmanager
def serving(core: Core, listener: socket.socket) -> Iterator[None]:
    """Serve the portal around `core` on a socket that listens already, in a thread of its own."""
    config = uvicorn.Config(build_app(core), log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        wait_until(lambda: server.started, START_SECONDS)
        yield
    finally:
        server.should_exit = True
        thread.join()


def wait_until(true: Callable[[], bool], seconds: float) -> None:
    """Return once `true()` is; raise TimeoutError if it is not within `seconds`."""
    give_up = time.monotonic() + seconds
    while not true():
        if time.monotonic() > give_up:
            raise TimeoutError(f"not true within {seconds} s")
        time.sleep(0.02)


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LivePortal]:
    """The portal on a fresh database, served at an address of its own. Its citizens are made through `live.core`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://localhost:{listener.getsockname()[1]}"
        core = quick_core(quick_settings(tmp_path, base_url=url))
        with serving(core, listener):
            yield LivePortal(core, url)
        core.database.engine.dispose()


# Not for the whole session: while Playwright runs, no other test of the same worker could use asyncio.run().
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium (its headless shell, where that is installed), or Playwright's own; the test is skipped where
    there is none."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None and not own_browser():
        pytest.skip("NO BROWSER TESTS HERE: no Chromium is installed (Debian: chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium: Browser) -> Iterator[NewPage]:
    """Opens pages, each in a browser context of its own: `new_page(javascript=False, color_scheme="dark")`.

    A script that fails, or that the Content-Security-Policy stops, fails the test.
    """
    contexts, faults = [], []

    def note(message: Any) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            faults.append(message.text)

    def open_page(*, javascript: bool = True, **options: Any) -> Page:
        context = chromium.new_context(java_script_enabled=javascript, **{"locale": "da-DK", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", note)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults, faults


class VirtualAuthenticator:
    """A security key that is plugged into one page's browser. Credentials are dicts as in CDP's WebAuthn domain."""

    def __init__(self, session: CDPSession, options: dict[str, Any]) -> None:
        self._session = session
        session.send("WebAuthn.enable", {"enableUI": False})
        self.id: str = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def _send(self, method: str, **values: Any) -> Any:
        return self._session.send(f"WebAuthn.{method}", {"authenticatorId": self.id, **values})

    @property
    def credentials(self) -> list[dict[str, Any]]:
        """What the key holds."""
        found: list[dict[str, Any]] = self._send("getCredentials")["credentials"]
        return found

    def hold(self, key: dict[str, str], rp_id: str, user_handle: str, *, sign_count: int = 1) -> None:
        """Put a credential on the key: `key` as from `app.demo.seeds.security_key`, the handle in base64url too."""
        credential = {
            "credentialId": standard_base64(key["credential_id"]),
            "privateKey": standard_base64(key["private_key"]),
            "userHandle": standard_base64(user_handle),
            "isResidentCredential": True,
            "rpId": rp_id,
            "signCount": sign_count,
        }
        self._send("addCredential", credential=credential)

    def verify_user(self, succeeds: bool) -> None:
        """Whether PIN, finger or face are right from now on."""
        self._send("setUserVerified", isUserVerified=succeeds)

    def touch(self, happens: bool) -> None:
        """Whether somebody touches the key from now on."""
        self._send("setAutomaticPresenceSimulation", enabled=happens)

    def unplug(self) -> None:
        """Take the key away."""
        self._send("removeVirtualAuthenticator")


def add_virtual_authenticator(
    page: Page, *, resident_key: bool = True, user_verification: bool = True, transport: str = "usb"
) -> VirtualAuthenticator:
    """Plug a security key into the page's browser; it is touched whenever it is asked."""
    options = {
        "protocol": "ctap2",
        "transport": transport,
        "hasResidentKey": resident_key,
        "hasUserVerification": user_verification,
        "isUserVerified": user_verification,
        "automaticPresenceSimulation": True,
    }
    return VirtualAuthenticator(page.context.new_cdp_session(page), options)


def standard_base64(text: str) -> str:
    """The same bytes in ordinary base64, as CDP wants them, from base64url without padding."""
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return base64.b64encode(raw).decode("ascii")
