"""Static files under names with a hash of their content, and the check of the Host header."""

from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

FOREVER = "public, max-age=31536000, immutable"
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


class HashedFiles(StaticFiles):
    """Files that never change under their name; sent compressed where a compressed twin lies beside them."""

    def file_response(self, full_path, stat_result, scope, status_code=200) -> Response:  # type: ignore[no-untyped-def]
        """The file, or its compressed twin where the browser takes it."""
        headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
        wanted = Headers(scope=scope).get("accept-encoding", "")
        plain = super().file_response(full_path, stat_result, scope, status_code)
        for name, suffix in ENCODINGS:
            twin = Path(f"{full_path}{suffix}")
            if name in wanted and plain.status_code == 200 and twin.exists():
                coded = {**headers, "Content-Encoding": name}
                return FileResponse(twin, status_code, coded, media_type=plain.media_type)
        plain.headers.update(headers)
        return plain


class HostCheck:
    """Refuse requests for another host than the portal's own (OWASP ASVS: host header)."""

    def __init__(self, app: ASGIApp, *, base_url: str) -> None:
        self._app = app
        host = urlsplit(base_url).hostname or ""
        self._hosts = {host, "127.0.0.1"} if host == "localhost" else {host}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on requests whose Host is ours; 127.0.0.1 counts as localhost."""
        if scope["type"] == "http" and _host_name(Headers(scope=scope).get("host", "")) not in self._hosts:
            await PlainTextResponse("Unknown host", 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _host_name(text: str) -> str | None:
    """The name in a Host header, without the port; None where it is no host at all."""
    if not text or any(sign in text for sign in "/\\?#@ "):
        return None
    try:
        parts = urlsplit(f"//{text}")
        return parts.hostname if parts.port is None or parts.port >= 0 else None
    except ValueError:  # a bracket without its twin, or a port that is no number
        return None
