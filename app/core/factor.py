"""The Factor protocol: what the core asks of a second factor, and the registry of those there are.

A factor is one folder in `app/factors/`; its `__init__.py` holds one object `FACTOR`. It never decides whether a try
is allowed (`app.core.proof` does, through the throttle) and never stores anything but its credential.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session as DbSession

from app.core.assurance import Level
from app.core.models import Citizen, Credential, Session
from app.settings import Settings

Question = dict[str, Any]


@dataclass(frozen=True)
class Context:
    """What a factor may use: the running transaction, the citizen, the settings and the citizen's language.

    session: the browser's session that asks, where a question is asked in one.
    """

    db: DbSession
    citizen: Citizen | None
    settings: Settings
    language: str = "da"
    session: Session | None = None

    @property
    def patience(self) -> int:
        """How many times longer the person who is asked wants to have; 1 where no session asks."""
        return self.session.patience if self.session else 1


@dataclass(frozen=True)
class Check:
    """What a factor says of an answer.

    `reason` is empty when it is right, else one of: wrong, malformed, expired, used, void, unverified, unknown, or one
    of the factor's own for which its pages have words.
    `counts`: whether a wrong answer is a failed guess (an expired or malformed one is not).
    """

    reason: str = ""
    counts: bool = True
    level: Level | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """True where the answer was right."""
        return not self.reason


RIGHT = Check()


class CannotPrepare(Exception):
    """What the citizen gave does not do. `field` names the field, `code` says why; `until`: when to try again.

    Raised before anything but the throttle and the audit trail was written: the transaction is kept all the same, so
    that a refused try counts.
    """

    def __init__(self, field: str, code: str, until: datetime | None = None) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code, self.until = field, code, until


@dataclass(frozen=True)
class Needs:
    """What a factor needs from a person: each True where the person cannot do without.

    hands: types a code at each log-on. reading: reads numbers and copies them. javascript: a new browser that the
    person may give leave to use a key; a borrowed computer often is none.
    """

    sight: bool = False
    hearing: bool = False
    hands: bool = False
    memory: bool = False
    reading: bool = False
    smartphone: bool = False
    telephone: bool = False
    printer: bool = False
    javascript: bool = False


class Factor(Protocol):
    """What each factor is and does.

    kind: its one name in code and database. rank: order of showing. level: the highest assurance level it reaches
    together with a password. alone: it can log a citizen on without user id and password. max_failures: wrong answers
    in a row before it is disabled. proofs_to_activate: right answers before it counts. seconds: a typical log-on.
    pages: how it is shown (`app.ui.factor_pages.FactorPages`; the core never looks inside).
    """

    kind: str
    rank: int
    level: Level
    alone: bool
    max_failures: int
    proofs_to_activate: int
    seconds: int
    needs: Needs
    pages: Any

    def prepare(self, context: Context, credential: Credential, given: Mapping[str, str]) -> None:
        """Fill a new, pending credential from what the citizen gave. Raises CannotPrepare."""

    def ask(self, context: Context, credential: Credential | None, *, requested: bool) -> Question:
        """What is asked now, as JSON; `requested` is True where the citizen asked for (another) code.

        `credential` is None only for a factor that works alone. A pending credential may be asked otherwise.
        """

    def check(self, context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
        """Judge an answer; mark as used what may be used once. The credential's row is locked meanwhile."""

    def find(self, context: Context, given: Mapping[str, str]) -> Credential | None:
        """For a factor that works alone: the credential that the answer speaks of, or None."""


def commands_of(factor: Factor) -> Any:
    """The operator's commands that a factor brings along (a Typer named `commands`), or None."""
    return getattr(factor, "commands", None)


def is_offered(factor: Factor) -> bool:
    """True where a citizen may choose it freely, and is asked for it first."""
    return bool(getattr(factor, "offered", True))


def level_of(factor: Factor, credential: Credential) -> Level:
    """The highest level that this credential reaches: its factor's, or less where it is capped.

    `data["capped"]` is set where it took the place of a stronger one without a person having seen the citizen.
    """
    return min(factor.level, Level(credential.data.get("capped", Level.HIGH)))


class Registry:
    """The factors there are, in the order of their rank."""

    def __init__(self, factors: list[Factor]) -> None:
        self._factors = {factor.kind: factor for factor in sorted(factors, key=lambda factor: factor.rank)}

    def __iter__(self) -> Iterator[Factor]:
        return iter(self._factors.values())

    def offered(self) -> list[Factor]:
        """Those that a citizen may choose freely. One with `offered = False` is got another way (recovery codes)."""
        return [factor for factor in self if is_offered(factor)]

    def __contains__(self, kind: str) -> bool:
        return kind in self._factors

    def __getitem__(self, kind: str) -> Factor:
        return self._factors[kind]


def discover(package: str = "app.factors") -> Registry:
    """Find every folder of the package that has a `FACTOR`."""
    root = importlib.import_module(package)
    names = [info.name for info in pkgutil.iter_modules(root.__path__) if info.ispkg]
    return Registry([importlib.import_module(f"{package}.{name}").FACTOR for name in names])
