"""A profile: what is to be evaluated, and how, in a TOML file that can be shown to anybody.

url = "https://portal.example"
languages = ["da", "en"]
demo = "demo.json"                      # beside the profile
journeys = ["log-on"]
only = ["2.4.7"]
jobs = 2

[access]                                # names of environment variables, never the secrets themselves
user = "PORTAL_USER"
password = "PORTAL_PASSWORD"

[access.headers]
X-Gate = "PORTAL_GATE"
"""

import os
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from a11y_tests.access import basic

KINDS: dict[str, type] = {
    "url": str, "languages": list, "demo": str, "pages": list, "crawl": bool, "journeys": list, "only": list,
    "quick": bool, "engines": bool, "jobs": int, "out": str, "access": dict,
}  # fmt: skip
ACCESS = frozenset({"user", "password", "headers"})


class BadProfile(Exception):
    """A profile that cannot be read, or names what is not there. The message says what to mend."""


@dataclass(frozen=True)
class Profile:
    """`settings`: what the file says, checked; `headers`: what the deployment asks for before it answers."""

    settings: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, name: str, otherwise: Any = None) -> Any:
        """What the file says of something."""
        return self.settings.get(name, otherwise)


def read(path: Path | None) -> Profile:
    """The profile in a file; an empty one where there is no file. Raises BadProfile."""
    if path is None:
        return Profile()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadProfile(f"{path}: {error}") from error
    for name, value in raw.items():
        _must_be_known(path, name, value)
    if "demo" in raw:
        raw["demo"] = path.parent / raw["demo"]
    return Profile(raw, _headers(path, raw.get("access", {})))


def _must_be_known(path: Path, name: str, value: object) -> None:
    kind = KINDS.get(name)
    if kind is None:
        raise BadProfile(f"{path}: nothing is called {name!r}; there are {', '.join(KINDS)}.")
    if type(value) is not kind:
        raise BadProfile(f"{path}: {name} must be a {kind.__name__}.")
    if isinstance(value, list) and not all(isinstance(one, str) for one in value):
        raise BadProfile(f"{path}: {name} must be a list of texts.")


def _headers(path: Path, access: dict[str, Any]) -> dict[str, str]:
    if unknown := set(access) - ACCESS:
        raise BadProfile(f"{path}: nothing of access is called {', '.join(sorted(unknown))}.")
    headers = {name: _secret(path, variable) for name, variable in access.get("headers", {}).items()}
    if "user" in access or "password" in access:
        user, password = (_secret(path, access.get(part, "")) for part in ("user", "password"))
        headers["Authorization"] = basic(user, password)
    return headers


def _secret(path: Path, variable: object) -> str:
    if not isinstance(variable, str) or variable not in os.environ:
        raise BadProfile(f"{path}: the environment has no variable {variable!r}, which access names.")
    return os.environ[variable]
