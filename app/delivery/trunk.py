"""Who carries the calls, and the way there."""

import asyncio
import socket
from dataclasses import dataclass, field

from aiosipua import UdpSipTransport
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
        for uri in filter(None, (self.uri, self.registrar)):
            if not uri.startswith("sip:") or not parse_uri(uri).host:
                raise ValueError("a SIP trunk's address is sip:host or sip:host:port")

    @property
    def host(self) -> str:
        """The host that numbers are called at."""
        return parse_uri(self.uri).host


class Udp(UdpSipTransport):
    """Knows the port that the system gave it: the other side is told."""

    async def start(self) -> None:
        """Bind."""
        await super().start()
        assert self._udp_transport is not None
        self.local_addr = self._udp_transport.get_extra_info("sockname")[:2]


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
