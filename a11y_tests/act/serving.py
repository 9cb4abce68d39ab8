"""A small server on loopback that gives out a folder, with the types that browsers need."""

import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".xhtml": "application/xhtml+xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".jfif": "image/jpeg",
    ".webm": "video/webm",
    ".m4a": "audio/mp4",
}


class _Folder(SimpleHTTPRequestHandler):
    """Gives out files under a prefix of the path, whole or in part (players ask for parts)."""

    prefix = ""

    def translate_path(self, path: str) -> str:
        """The file for a path; one that does not exist for all that is not under the prefix."""
        plain = unquote(urlsplit(path).path)
        if not plain.startswith(f"{self.prefix}/"):
            return str(Path(self.directory) / "no such file")
        return super().translate_path(path.replace(self.prefix, "", 1))

    def guess_type(self, path: Any) -> str:
        """The type by the file's ending; an image without one is still an image."""
        ending = Path(path).suffix.lower()
        return TYPES.get(ending) or mimetypes.guess_type(str(path))[0] or _by_start(Path(path))

    def send_head(self) -> Any:
        """A part of a file where the request names one, else the whole."""
        wanted, path = self.headers.get("Range", ""), Path(self.translate_path(self.path))
        if not wanted.startswith("bytes=") or not path.is_file():
            return super().send_head()
        first, _, last = wanted[6:].partition("-")
        size = path.stat().st_size
        start = int(first) if first else size - int(last)
        end = min(int(last), size - 1) if first and last else size - 1
        if start >= size:
            self.send_error(416)
            return None
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
        self.send_header("Content-Length", str(end - start + 1))
        self.end_headers()
        self.wfile.write(path.read_bytes()[start : end + 1])
        return None

    def end_headers(self) -> None:
        """Every answer tells that parts may be asked for."""
        self.send_header("Accept-Ranges", "bytes")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _by_start(path: Path) -> str:
    start = path.open("rb").read(8) if path.is_file() else b""
    if start.startswith(b"\x89PNG"):
        return "image/png"
    return "image/jpeg" if start.startswith(b"\xff\xd8") else "application/octet-stream"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle of a film is no error."""


@contextmanager
def served(folder: Path, prefix: str = "") -> Iterator[str]:
    """The address under which the folder is served while the block runs, without a slash at its end."""
    handler = type("Handler", (_Folder,), {"prefix": prefix})
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
