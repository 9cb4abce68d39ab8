"""Proof that a form is ours: a token tied to the browser, and the browser's own word of where the request came from.

OWASP ASVS 5.0 section 3.5: a synchroniser token (masked, so that it differs on every page) and `Sec-Fetch-Site` or
`Origin`. Works without JavaScript.
"""

import secrets
from enum import Enum
from urllib.parse import urlsplit

from itsdangerous import BadSignature, Signer
from starlette.requests import Request

from app.core.crypto import Keys

FIELD = "csrf_token"


class Origin(Enum):
    """What the request's headers say of where it came from."""

    OURS = 1
    UNKNOWN = 2
    FOREIGN = 3


class Csrf:
    """Makes and judges tokens. `binding` is the session's token, or the form cookie's id."""

    def __init__(self, keys: Keys, base_url: str) -> None:
        self._key = keys.derive("csrf")
        self._base = urlsplit(base_url)

    def token(self, binding: str) -> str:
        """A fresh token for this browser."""
        return self._signer(binding).sign(secrets.token_urlsafe(12)).decode()

    def holds(self, token: str, binding: str) -> bool:
        """True where the token was made for this browser."""
        try:
            self._signer(binding).unsign(token)
        except BadSignature:
            return False
        return bool(binding)

    def origin(self, request: Request) -> Origin:
        """Judge `Sec-Fetch-Site`, else `Origin`."""
        site = request.headers.get("sec-fetch-site")
        if site:
            return Origin.OURS if site in ("same-origin", "none") else Origin.FOREIGN
        origin = request.headers.get("origin")
        if not origin or origin == "null":
            return Origin.UNKNOWN
        given = urlsplit(origin)
        same = (given.scheme, given.netloc) == (self._base.scheme, self._base.netloc)
        return Origin.OURS if same else Origin.FOREIGN

    def _signer(self, binding: str) -> Signer:
        return Signer(self._key, salt=f"csrf:{binding}")
