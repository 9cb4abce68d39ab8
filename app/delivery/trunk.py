"""Who carries the calls, and the way there."""

import asyncio
import socket
from dataclasses import dataclass, field

from aiosipua import SipRequest, SipResponse, SipTransport
from aiosipua.headers import parse_uri

PORT = 5060


@dataclass(frozen=True)
class Trunk:
    """Who carries the calls. `uri` and `registrar`: `sip:host` or `sip:host:port`; no registrar, no registration.

    `caller` is the number that is shown. `address`: this machine as the trunk sees it; empty: as the route has it.
    `ring_s`: how long it may ring. `wait_s`: how long the trunk itself may take to answer. Raises ValueError.
    """

    uri: str
    caller: str
    registrar: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    address: str = ""
    ring_s: float = 30.0
    wait_s: float = 10.0

    def __post_init__(self) -> None:
        for uri in [self.uri, *([self.registrar] if self.registrar else [])]:
            if not uri.startswith("sip:") or not parse_uri(uri).host:
                raise ValueError("a SIP trunk's address is sip:host or sip:host:port")

    @property
    def host(self) -> str:
        """The host that numbers are called at."""
        return parse_uri(self.uri).host


class Udp(SipTransport):
    """SIP over UDP that knows the port the system gave it: the other side is told.

    The library's own logs an error at each start on Python 3.11, whose transports are no `DatagramTransport`.
    """

    _socket: asyncio.DatagramTransport | None = None

    async def start(self) -> None:
        """Bind. Raises OSError."""
        loop = asyncio.get_running_loop()
        self._socket, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), local_addr=self.local_addr)
        self.local_addr = self._socket.get_extra_info("sockname")[:2]

    def send(self, message: SipRequest | SipResponse, addr: tuple[str, int]) -> None:
        """Send one message as one datagram; after the end of the line it goes nowhere."""
        if self._socket is not None:
            self._socket.sendto(bytes(message), addr)

    async def stop(self) -> None:
        """Close."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def received(self, data: bytes, source: tuple[str, int]) -> None:
        """A datagram came."""
        self._dispatch(data, source)


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, line: Udp) -> None:
        self._line = line

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._line.received(data, (addr[0], addr[1]))


async def resolved(uri: str) -> tuple[str, int]:
    """Address and port of `sip:host:port`. Raises OSError."""
    parsed = parse_uri(uri)
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(parsed.host, parsed.port or PORT, family=socket.AF_INET, type=socket.SOCK_DGRAM)
    host, port = found[0][4][:2]
    return str(host), int(port)


def route_to(remote: tuple[str, int]) -> str:
    """Our own address on the way there: nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(remote)
        return str(probe.getsockname()[0])
