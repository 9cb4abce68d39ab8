"""What a deployment asks of whoever comes, before it answers: a password, or a header that a gate before it wants.

It is kept in the environment, where the processes of an evaluation find it, and in no file.
"""

import base64
import json
import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit

VARIABLE = "PORTAL_ACCESS"


@dataclass(frozen=True)
class Access:
    """The headers that are sent to one origin ("https://portal.example") and to no other."""

    origin: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def headers_for(self, url: str) -> dict[str, str]:
        """What is to be sent with a request; nothing to other origins."""
        return self.headers if self.headers and origin_of(url) == self.origin else {}


def origin_of(url: str) -> str:
    """The scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def basic(user: str, password: str) -> str:
    """The value of an Authorization header (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def grant(url: str, headers: dict[str, str]) -> None:
    """Send these headers to a deployment from now on, in this process and in those that it starts."""
    os.environ[VARIABLE] = json.dumps({"origin": origin_of(url), "headers": headers})


def granted() -> Access:
    """What was granted; nothing where nothing was."""
    kept = os.environ.get(VARIABLE)
    return Access(**json.loads(kept)) if kept else Access()
