"""A real Chromium: one browser, and a window of its own for each journey."""

import base64
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    Request,
    Response,
    Route,
    expect,
    sync_playwright,
)

from a11y_tests.access import Access, granted

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
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


@dataclass(frozen=True)
class Window:
    """How a citizen's browser is set. Sizes in CSS pixels."""

    language: str = "da"
    javascript: bool = True
    width: int = 1280
    height: int = 900
    scheme: str = "light"
    forced_colours: bool = False
    touch: bool = False

    def options(self) -> dict[str, Any]:
        """The same for Playwright's new_context. Motion is always reduced: nothing may depend on it."""
        return {
            "java_script_enabled": self.javascript,
            "locale": "da-DK" if self.language == "da" else "en-GB",
            "timezone_id": "Europe/Copenhagen",
            "viewport": {"width": self.width, "height": self.height},
            "color_scheme": self.scheme,
            "forced_colors": "active" if self.forced_colours else "none",
            "reduced_motion": "reduce",
            # A telephone: touched, with no pointer to hover, and laid out by the page's own viewport.
            "has_touch": self.touch,
            "is_mobile": self.touch,
        }


class NoBrowser(Exception):
    """No Chromium is installed here."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium (its headless shell, where that is installed), or Playwright's own. Raises NoBrowser."""
    with sync_playwright() as playwright:
        installed = [program for name in PROGRAMS if (program := shutil.which(name))]
        program = [*installed, playwright.chromium.executable_path][0]
        if not Path(program).exists():
            raise NoBrowser
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Tab:
    """One page in a window of its own.

    `faults`: what its scripts and its Content-Security-Policy complained of. `answers`: what the deployment answered
    since the page that is open now was asked for, that page first. `loading`: the requests that are under way.
    """

    def __init__(self, browser: Browser, window: Window) -> None:
        self.window = window
        self.context: BrowserContext = browser.new_context(**window.options())
        if (access := granted()).headers:
            self.context.route(f"{access.origin}/**", lambda route: _let_in(route, access))
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.faults: list[str] = []
        self.answers: list[Response] = []
        self.loading: set[Request] = set()
        self.page.on("request", lambda request: self.loading.add(request))
        self.page.on("requestfinished", lambda request: self.loading.discard(request))
        self.page.on("requestfailed", lambda request: self.loading.discard(request))
        self.page.on("response", self._remember)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._note)

    def _remember(self, response: Response) -> None:
        request = response.request
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.answers.clear()
        self.answers.append(response)

    def _note(self, message: Any) -> None:
        # The browser's own note of a status such as 404 or 413 is no fault of the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(f"{self.page.url}: {message.text}")

    def close(self) -> None:
        """Close the window."""
        self.context.close()


def _let_in(route: Route, access: Access) -> None:
    request = route.request
    route.continue_(headers={**request.headers, **access.headers_for(request.url)})


class SecurityKey:
    """A security key that is plugged into a page's browser (CDP's WebAuthn domain) and touched whenever it blinks."""

    def __init__(self, page: Page) -> None:
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("WebAuthn.enable", {"enableUI": False})
        options = {
            "protocol": "ctap2",
            "transport": "usb",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self._id = self._session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def hold(self, key: dict[str, str], host: str) -> None:
        """Put a demo citizen's credential on the key. Its counter is the time: it has risen since any earlier use."""
        credential = {
            "credentialId": _standard(key["credential_id"]),
            "privateKey": _standard(key["private_key"]),
            "userHandle": _standard(key["user_handle"]),
            "isResidentCredential": True,
            "rpId": host,
            "signCount": int(time.time()),
        }
        self._session.send("WebAuthn.addCredential", {"authenticatorId": self._id, "credential": credential})

    def touch(self, happens: bool) -> None:
        """Whether somebody touches the key from now on."""
        self._session.send("WebAuthn.setAutomaticPresenceSimulation", {"authenticatorId": self._id, "enabled": happens})


def _standard(text: str) -> str:
    """The same bytes in ordinary base64, as CDP wants them, from base64url without padding."""
    return base64.b64encode(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))).decode("ascii")
