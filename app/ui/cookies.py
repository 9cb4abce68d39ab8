"""The portal's cookies: signed, opaque, HttpOnly, SameSite=Lax, and `__Host-` wherever the portal is on https.

session: the token of a server-side session. form: ties forms to a browser without a session. device: which citizens
this browser has logged on before (ids only), so that a stranger's guesses do not shut them out of it. flash: one
message for the next page. preferences: the settings of the person (`app.core.preferences`), for a year. helper: a
helper sits there, until it is known whom they help. A factor may keep one of its own for a year (`kept`).
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from itsdangerous import BadData, Signer, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

from app.core.crypto import Keys
from app.core.helper import Helper
from app.core.preferences import Preferences

YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Device:
    """A browser that was here before: its random id and the citizens it has logged on."""

    id: str
    citizens: frozenset[str]


class Cookies:
    """Reads and writes them under the keys of the keyring."""

    def __init__(self, keys: Keys, *, secure: bool) -> None:
        self._keys, self._secure = keys, secure
        self._prefix = "__Host-" if secure else ""
        self._session = Signer(keys.derive("cookie", "session"), salt="session")
        self._form = Signer(keys.derive("cookie", "form"), salt="form")
        self._device = URLSafeSerializer(keys.derive("cookie", "device"), salt="device")
        self._preferences = URLSafeSerializer(keys.derive("cookie", "preferences"), salt="preferences")
        self._helper = URLSafeSerializer(keys.derive("cookie", "helper"), salt="helper")
        self._flash = URLSafeSerializer(keys.derive("cookie", "flash"), salt="flash")

    def session_token(self, request: Request) -> str:
        """The session's token, or empty."""
        return _unsigned(self._session, request.cookies.get(f"{self._prefix}session"))

    def form_id(self, request: Request) -> str:
        """The id that ties forms to this browser, or empty."""
        return _unsigned(self._form, request.cookies.get(f"{self._prefix}form"))

    def device(self, request: Request) -> Device:
        """What this browser says of itself; a fresh id where it says nothing."""
        try:
            stored = self._device.loads(request.cookies.get(f"{self._prefix}device", ""))
            return Device(str(stored["id"]), frozenset(stored["citizens"]))
        except (BadData, KeyError, TypeError):
            return Device(secrets.token_urlsafe(12), frozenset())

    def flash(self, request: Request) -> tuple[str, str, dict[str, Any]] | None:
        """The message for this page: kind (info or success), message id and what fills it; or None."""
        try:
            stored = self._flash.loads(request.cookies.get(f"{self._prefix}flash", ""))
            return str(stored["kind"]), str(stored["message"]), dict(stored["params"])
        except (BadData, KeyError, TypeError):
            return None

    def preferences(self, request: Request) -> Preferences:
        """The settings of the person at this browser; the portal's own where none are kept."""
        try:
            return Preferences.read(self._preferences.loads(request.cookies.get(f"{self._prefix}preferences", "")))
        except BadData:
            return Preferences()

    def helper(self, request: Request) -> Helper | None:
        """The helper who sits there, while their time lasts."""
        try:
            stored = self._helper.loads(request.cookies.get(f"{self._prefix}helper", ""))
            found = Helper(str(stored["kind"]), str(stored["name"]), datetime.fromisoformat(stored["until"]))
        except (BadData, KeyError, TypeError, ValueError):
            return None
        return found if found.is_here else None

    def set_session(self, response: Response, token: str) -> None:
        """Keep the token until the browser closes."""
        self._set(response, "session", self._session.sign(token).decode())

    def set_form(self, response: Response, form_id: str) -> None:
        """Keep the id that ties forms to this browser."""
        self._set(response, "form", self._form.sign(form_id).decode())

    def set_device(self, response: Response, device: Device) -> None:
        """Remember for a year; at most ten citizens a browser."""
        stored = {"id": device.id, "citizens": sorted(device.citizens)[:10]}
        self._set(response, "device", self._device.dumps(stored), max_age=YEAR)

    def set_flash(self, response: Response, kind: str, message: str, params: dict[str, Any]) -> None:
        """Keep one message for the next page."""
        stored = {"kind": kind, "message": message, "params": params}
        self._set(response, "flash", self._flash.dumps(stored), max_age=120)

    def set_helper(self, response: Response, helper: Helper) -> None:
        """Keep the helper until the browser closes, or it is known whom they help."""
        stored = {"kind": helper.kind, "name": helper.name, "until": helper.until.isoformat()}
        self._set(response, "helper", self._helper.dumps(stored))

    def set_preferences(self, response: Response, wanted: Preferences) -> None:
        """Keep the settings for a year."""
        self._set(response, "preferences", self._preferences.dumps(wanted.kept()), max_age=YEAR)

    def kept(self, request: Request, name: str) -> str:
        """What a factor keeps in this browser under a name of its own, or empty."""
        return _unsigned(self._signer(name), request.cookies.get(f"{self._prefix}{name}"))

    def keep(self, response: Response, name: str, value: str) -> None:
        """Keep something of a factor's in this browser for a year."""
        self._set(response, name, self._signer(name).sign(value).decode(), max_age=YEAR)

    def _signer(self, name: str) -> Signer:
        return Signer(self._keys.derive("cookie", f"kept {name}"), salt=name)

    def drop(self, response: Response, name: str) -> None:
        """Forget a cookie."""
        response.delete_cookie(f"{self._prefix}{name}", path="/", secure=self._secure, httponly=True, samesite="lax")

    def _set(self, response: Response, name: str, value: str, max_age: int | None = None) -> None:
        response.set_cookie(
            f"{self._prefix}{name}",
            value,
            max_age=max_age,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )


def _unsigned(signer: Signer, value: str | None) -> str:
    try:
        return signer.unsign(value).decode() if value else ""
    except (BadData, UnicodeError):
        return ""
