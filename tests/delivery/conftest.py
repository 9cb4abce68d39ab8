"""Real servers to send to: SMTP with and without TLS, and an HTTP gateway that records what it gets."""

from __future__ import annotations

import datetime
import ipaddress
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.delivery.message import Message


@dataclass
class HttpGateway:
    """A gateway on this machine: `answers` is what it says, one status after another, the last for ever."""

    url: str
    answers: list[int] = field(default_factory=lambda: [200])
    delay_s: float = 0
    drip: bool = False
    requests: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture
def http_gateway() -> Iterator[HttpGateway]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    gateway = HttpGateway(f"http://127.0.0.1:{server.server_port}/messages")
    server.gateway = gateway  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield gateway
    server.shutdown()
    server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        gateway: HttpGateway = self.server.gateway  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers["Content-Length"]))
        gateway.requests.append({"path": self.path, "headers": dict(self.headers), "json": json.loads(body)})
        time.sleep(gateway.delay_s)
        if gateway.drip:
            self._drip()
        status = gateway.answers.pop(0) if len(gateway.answers) > 1 else gateway.answers[0]
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", gateway.url + "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """A header line now and then: no single wait is long, the whole never ends."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for number in range(100):
                self.wfile.write(f"X-{number}: 1\r\n".encode())
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Authority:
    """A self-signed certificate for localhost: the server's context and the file that makes it trusted."""

    server: ssl.SSLContext
    ca_file: str


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    folder: Path = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(minutes=5))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "certificate.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    secret = folder / "key.pem"
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, secret)
    return Authority(context, str(pem))


@pytest.fixture
def message() -> Callable[..., Message]:
    def make(**changed: str) -> Message:
        return Message(
            **{
                "channel": "sms",
                "recipient": "+4520123456",
                "subject": "Din kode",
                "body": "Din kode er 123456",
                "lang": "da",
                "reference": "0f3a",
            }
            | changed
        )

    return make
