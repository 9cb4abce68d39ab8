"""Where a log-on comes from, and what came of it: the types that every step of it speaks in."""

from dataclasses import dataclass, field
from datetime import datetime

from app.core.assurance import Level


@dataclass(frozen=True)
class Browser:
    """Where a log-on comes from: network address, a short name of the browser, citizens it has logged on before.

    `patience`: how many times longer the person there asked to have.
    """

    source: str = ""
    label: str = ""
    device: str = ""
    known: frozenset[str] = frozenset()
    patience: int = 1


@dataclass(frozen=True)
class Refused:
    """No log-on. `reason`: wrong, wait, human, source, blocked, no_way (no working factor is left)."""

    reason: str
    until: datetime | None = None


@dataclass(frozen=True)
class Started:
    """The password was right; the token opens a session in which a factor is asked."""

    token: str


@dataclass(frozen=True)
class LoggedOn:
    """A factor was proven; the token opens the citizen's own session."""

    token: str
    citizen_id: str
    return_to: str
    level: Level
    remember: frozenset[str] = field(default_factory=frozenset)
