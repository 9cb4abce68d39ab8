"""A proxy before a deployment, which lets every answer pass with one defect in it (or none)."""

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from a11y_tests.mutate.defect import Defect, Passing

# What concerns one connection only (RFC 9110 7.6.1), and what is another's when the body has changed.
HOP = frozenset(
    {"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "content-length", "content-encoding"}
)
ANSWER_SECONDS = 30


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The browser follows redirects, not the proxy."""

    def redirect_request(self, *arguments: Any) -> None:
        """None: the answer is passed on as it is."""


@contextmanager
def proxied(deployment: str, defect: Defect | None = None) -> Iterator[str]:
    """A proxy on a free port of this machine; its address. Redirects to the deployment's address come through it."""
    opener = urllib.request.build_opener(_NoRedirect)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name that http.server calls
            self._pass_on(None)

        def do_POST(self) -> None:
            self._pass_on(self.rfile.read(int(self.headers.get("content-length") or 0)))

        def _pass_on(self, body: bytes | None) -> None:
            home = f"http://{self.headers['host']}"
            sent = {
                name: value
                for name, value in self.headers.items()
                if name.lower() not in HOP | {"host", "accept-encoding"}
            }
            # The portal compares where a form comes from with its own address.
            for name in ("Origin", "Referer"):
                if name in sent:
                    sent[name] = sent[name].replace(home, deployment)
            request = urllib.request.Request(
                deployment + self.path, body, {**sent, "Host": _host(deployment)}, method=self.command
            )
            status, headers, answer = _answered(opener, request)
            self._answer(status, headers, answer, home)

        def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes, home: str) -> None:
            passing = Passing(self.path, status, {name.lower(): value for name, value in headers}, "")
            if passing.kind and defect is not None:
                passing.text = body.decode("utf-8", "replace")
                defect.change(passing)
                body = passing.text.encode()
            self.send_response(passing.status)
            cookies = [(name, value) for name, value in headers if name.lower() == "set-cookie"]
            kept = [(name, value) for name, value in passing.headers.items() if name not in HOP | {"set-cookie"}]
            for name, value in kept + cookies:
                self.send_header(name, value.replace(deployment, home))
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Nothing: the evaluation tells what it found."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _host(deployment: str) -> str:
    return deployment.split("://", 1)[1].split("/", 1)[0]


def _answered(
    opener: urllib.request.OpenerDirector, request: urllib.request.Request
) -> tuple[int, list[tuple[str, str]], bytes]:
    try:
        with opener.open(request, timeout=ANSWER_SECONDS) as answer:
            return answer.status, answer.getheaders(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, list(error.headers.items()), error.read()
