"""The address of an HTTP gateway: one JSON document is posted to it, and only its status is read."""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Mapping

import httpx

from app.delivery.message import DeliveryFailed

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
# 401 is our token's fault, not the recipient's: once it is mended the message can still go out.
_NOT_THE_MESSAGES_FAULT = {401, 408, 425, 429}


class Endpoint:
    """A gateway's URL with its bearer token. Raises ValueError where they would go unprotected or cannot be used."""

    def __init__(self, url: str, token: str, *, timeout_s: float) -> None:
        if not _is_protected(url):
            raise ValueError("a gateway's address begins with https:// (http:// on this machine only)")
        if not (token.isascii() and token.isprintable()):
            raise ValueError("a gateway's token is printable ASCII")
        self._url, self._timeout_s = url, timeout_s
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._tls = httpx.create_ssl_context()

    async def post(self, payload: Mapping[str, object]) -> None:
        """Post the JSON document; returns on any 2xx. Raises DeliveryFailed. The whole exchange keeps the time-out."""
        try:
            async with asyncio.timeout(self._timeout_s):
                status = await self._status(payload)
        except (TimeoutError, httpx.TimeoutException):
            raise DeliveryFailed("the gateway did not answer in time", permanent=False) from None
        except httpx.HTTPError as error:
            raise DeliveryFailed(f"the gateway could not be reached: {type(error).__name__}", permanent=False) from None
        if not 200 <= status < 300:
            permanent = 400 <= status < 500 and status not in _NOT_THE_MESSAGES_FAULT
            raise DeliveryFailed(f"the gateway answered {status}", permanent=permanent)

    async def _status(self, payload: Mapping[str, object]) -> int:
        # A redirect is not followed: it could carry the message and the token to somebody else.
        async with (
            httpx.AsyncClient(verify=self._tls, timeout=self._timeout_s, follow_redirects=False) as client,
            client.stream("POST", self._url, json=payload, headers=self._headers) as answer,
        ):
            return answer.status_code


def number_of(recipient: str) -> str:
    """The recipient, known to be an E.164 number. Raises DeliveryFailed."""
    if not _E164.fullmatch(recipient):
        raise DeliveryFailed("the recipient is no telephone number", permanent=True)
    return recipient


def _is_protected(url: str) -> bool:
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL:
        return False
    if not parts.host or not 0 < (parts.port or 443) < 65_536:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.host))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
