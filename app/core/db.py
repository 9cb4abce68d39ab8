"""The engine and its transactions.

A write that was acknowledged is on disk: SQLite runs in WAL mode with `synchronous=FULL`; PostgreSQL keeps its own
`synchronous_commit`. Write transactions take the write lock at once (`BEGIN IMMEDIATE`), so that two checks of the
same secret cannot both read before either writes; on PostgreSQL the row locks in `app.core` do the same.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.orm import Session as DbSession
from sqlalchemy.orm import sessionmaker

from app.core import events
from app.core.crypto import Keys

SCHEMA = Path(__file__).parent / "schema"


class Database:
    """A database with `read()` and `write()` transactions. Sessions carry the keys in `info["keys"]`."""

    def __init__(self, url: str, keys: Keys) -> None:
        self.url = url
        self._keys = keys
        self.sqlite = url.startswith("sqlite")
        self.engine = _sqlite_engine(url) if self.sqlite else _postgres_engine(url)
        self._make = sessionmaker(self.engine, expire_on_commit=False)
        self.after_commit: Callable[[], None] = lambda: None

    @property
    def keys(self) -> Keys:
        """The keyring as its file holds it now."""
        self._keys = self._keys.fresh()
        return self._keys

    @contextmanager
    def read(self) -> Iterator[DbSession]:
        """A transaction that changes nothing; what was loaded stays readable after it."""
        with self._make(info={"keys": self.keys}) as db:
            yield db

    @contextmanager
    def write(self) -> Iterator[DbSession]:
        """A transaction that is committed at the end of the block, with its audit events; undone on an exception."""
        with self._make(info={"write": True}) as db:
            if self.sqlite:
                db.connection(execution_options={"begin": "IMMEDIATE"})
            else:
                db.execute(text("SELECT 1"))  # a transaction begins with its first statement
            # Not before it has begun: a rotation waits for transactions, not for those that are about to be.
            db.info["keys"] = self.keys
            yield db
            db.flush()
            events.append_recorded(db)
            messages = db.info.get("messages")
            db.commit()
        if messages:
            self.after_commit()

    def upgrade(self) -> None:
        """Bring the schema to the newest revision (Alembic)."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(SCHEMA))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def ready(self) -> bool:
        """True where the database answers."""
        with self.read() as db:
            return db.scalar(text("SELECT 1")) == 1


def _postgres_engine(url: str) -> Engine:
    return create_engine(url, pool_size=20, pool_pre_ping=True, hide_parameters=True)


def _sqlite_engine(url: str) -> Engine:
    arguments = {"timeout": 30, "check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, pool_size=20, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin ourselves
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        kind = connection.get_execution_options().get("begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")

    return engine
