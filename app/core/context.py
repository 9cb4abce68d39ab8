"""The core as one thing: settings, database, passwords and factors, put together once by the composition root."""

from dataclasses import dataclass

from sqlalchemy.orm import Session as DbSession

from app.core.db import Database
from app.core.factor import Context, Registry
from app.core.models import Citizen, Session
from app.core.passwords import Passwords
from app.settings import Settings


@dataclass(frozen=True)
class Core:
    """What the core's functions need."""

    settings: Settings
    database: Database
    passwords: Passwords
    factors: Registry

    def context(
        self, db: DbSession, citizen: Citizen | None, language: str | None = None, session: Session | None = None
    ) -> Context:
        """What a factor may use in this transaction."""
        spoken = language or (citizen.language if citizen else "da")
        return Context(db, citizen, self.settings, spoken, session)
