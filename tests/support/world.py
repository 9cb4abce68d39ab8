"""A small world for tests: settings that are quick, a core on a fresh database, citizens who have crossed."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.core import account, clock, enrol
from app.core.context import Core
from app.core.crypto import new_keys
from app.core.db import Database
from app.core.factor import discover
from app.core.models import Citizen, Credential
from app.core.passwords import Passwords
from app.core.sealed import digest, seal
from app.settings import Settings

PASSWORD = "tolv grønne kaniner på Fyn"
QUICK: dict[str, Any] = {"argon2_memory_kib": 64, "argon2_passes": 1, "demo": True}


def quick_settings(data: Path, **changes: Any) -> Settings:
    """Settings for a test: cheap password hashes, the demo's mailbox on."""
    return Settings(data=data, **{**QUICK, **changes})


def quick_core(settings: Settings, database_url: str | None = None) -> Core:
    """A core on a fresh database with the schema in place."""
    passwords = Passwords(memory_kib=settings.argon2_memory_kib, passes=settings.argon2_passes, queue=200)
    url = database_url or settings.database
    file = Path(url.removeprefix("sqlite:///"))
    is_copied = url.startswith("sqlite:///") and not file.exists()
    if is_copied:
        shutil.copyfile(_empty_database(), file)
    database = Database(url, new_keys())
    if not is_copied:
        database.upgrade()
    return Core(settings, database, passwords, discover())


@cache
def _empty_database() -> Path:
    """An SQLite file with the schema in place and nothing in it: migrated once, since every test needs a copy."""
    folder = tempfile.TemporaryDirectory(prefix="empty-")
    atexit.register(folder.cleanup)
    path = Path(folder.name) / "empty.sqlite"
    database = Database(f"sqlite:///{path}", new_keys())
    database.upgrade()
    database.engine.dispose()  # the last connection puts what is in the write-ahead log into the file
    return path


@dataclass
class Person:
    """A citizen made for a test, with what they know and have."""

    id: str
    user_id: str
    password: str
    credentials: dict[str, str] = field(default_factory=dict)


def make_citizen(
    core: Core, user_id: str = "kirsten1", *, cpr: str = "6111800001", name: str = "Kirsten Ørsted", **values: Any
) -> Person:
    """A citizen who has crossed, without any factor yet."""
    with core.database.write() as db:
        citizen = Citizen(
            status="active",
            cpr=seal(db, cpr, "citizen.cpr"),
            cpr_digest=digest(db, f"{cpr}:{user_id}", "cpr"),
            name=seal(db, name, "citizen.name"),
            created_at=clock.now(),
            crossed_at=clock.now(),
        )
        for column in ("email", "mobile"):
            if column in values:
                setattr(citizen, column, seal(db, values.pop(column), f"citizen.{column}"))
        for column, value in values.items():
            setattr(citizen, column, value)
        db.add(citizen)
        db.flush()
        account.set_user_id(db, citizen, user_id)
        citizen.password_hash = core.passwords.hash(PASSWORD)
        return Person(citizen.id, user_id, PASSWORD)


def give_factor(core: Core, person: Person, kind: str, given: dict[str, str] | None = None, name: str = "") -> str:
    """An active factor, without its proofs; gives the credential's id."""
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(core, db, citizen, kind, given or {}, name=name)
        credential.status, credential.activated_at = "active", clock.now()
        person.credentials[kind] = credential.id
        return credential.id


def credential_of(core: Core, credential_id: str) -> Credential:
    """A credential as it stands in the database."""
    with core.database.read() as db:
        return db.get_one(Credential, credential_id)


def card_code(core: Core, credential_id: str, position: int | None = None) -> str:
    """The right code for the number that a code card is asked just now (or for a position)."""
    from app.factors.code_card import check

    credential = credential_of(core, credential_id)
    asked = credential.data["asked"] if position is None else position
    return check.code_at(core.database.keys, credential, asked)
