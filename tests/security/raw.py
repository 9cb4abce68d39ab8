"""A client that sends what no browser would: straight into the ASGI application, byte for byte."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import unquote, urlencode, urlsplit

from starlette.applications import Starlette

FORM = "application/x-www-form-urlencoded"
Fields = Mapping[str, str] | Sequence[tuple[str, str]] | bytes


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    def header(self, name: str) -> str:
        """The first header of this name, or empty."""
        return next((value for key, value in self.headers if key == name.lower()), "")

    def cookies(self) -> dict[str, str]:
        """Every Set-Cookie line by the cookie's name."""
        lines = [value for key, value in self.headers if key == "set-cookie"]
        return {line.partition("=")[0]: line for line in lines}


@dataclass
class RawClient:
    """Keeps cookies as a browser does, and sends Origin as one does unless told otherwise."""

    app: Starlette
    base: str = "http://localhost:8000"
    cookies: dict[str, str] = field(default_factory=dict)
    source: str = "192.0.2.50"

    def __post_init__(self) -> None:
        self._runner = asyncio.Runner()

    def close(self) -> None:
        """Let the event loop go."""
        self._runner.close()

    def get(self, target: str, **kwargs: Any) -> Answer:
        """GET."""
        return self.send("GET", target, **kwargs)

    def post(self, target: str, fields: Fields = (), **kwargs: Any) -> Answer:
        """POST fields, or bytes as they are."""
        return self.send("POST", target, fields=fields, **kwargs)

    def send(
        self,
        method: str,
        target: str,
        *,
        fields: Fields | None = None,
        headers: Mapping[str, str | None] | None = None,
    ) -> Answer:
        """Send a request. A header of None is left out."""
        body = b"" if fields is None else fields if isinstance(fields, bytes) else urlencode(fields).encode()
        sent: dict[str, str | None] = {"host": urlsplit(self.base).netloc}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if fields is not None:
            sent |= {"content-type": FORM, "content-length": str(len(body)), "origin": self.base}
        sent |= headers or {}
        lines = [(key.encode(), value.encode("latin-1")) for key, value in sent.items() if value is not None]
        answer = self._runner.run(self._call(method, target, lines, body))
        self._keep(answer)
        return answer

    async def _call(self, method: str, target: str, headers: list[tuple[bytes, bytes]], body: bytes) -> Answer:
        path, _, query = target.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": method,
            "scheme": urlsplit(self.base).scheme,
            "path": unquote(path),
            "raw_path": path.encode("latin-1", "replace"),
            "root_path": "",
            "query_string": query.encode("latin-1", "replace"),
            "headers": headers,
            "client": (self.source, 50000),
            "server": ("localhost", 8000),
        }
        parts = [body[start : start + 32_768] for start in range(0, len(body), 32_768)] or [b""]
        status, answered, pieces = 0, [], []

        async def receive() -> dict[str, Any]:
            if not parts:
                await asyncio.Event().wait()  # a client that waits for the whole answer
            return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

        async def send(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                answered.extend((key.decode(), value.decode("latin-1")) for key, value in message["headers"])
            else:
                pieces.append(message.get("body", b""))

        try:
            await self.app(scope, receive, send)
        except Exception:
            if not status:
                raise
            # The server's own error handler has answered, and hands the fault on to the log.
        return Answer(status, answered, b"".join(pieces))

    def _keep(self, answer: Answer) -> None:
        for name, line in answer.cookies().items():
            cookie = SimpleCookie(line)[name]
            if cookie["max-age"] == "0" or not cookie.value:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = cookie.value
