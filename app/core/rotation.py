"""Key rotation while the portal runs: what is at rest is encrypted under a fresh key, then the old keys are dropped.

Servers follow the key file (`Keys.fresh`): every transaction that begins after the fresh key was saved writes under it,
and one that began before reads what is under it already. The old keys stay in the file until every transaction that
may still write under them has ended and nothing under them is left; so no log-on fails, and a rotation that is stopped
half-way has lost nothing: the next one finishes it.
"""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Table, Text, and_, cast, func, or_, select, text, tuple_, update
from sqlalchemy.orm import Session as DbSession

from app.core import events
from app.core.crypto import Keys, load_keys, save_keys
from app.core.db import Database
from app.core.models import Base, Credential
from app.settings import Settings

BATCH_ROWS = 100
# Lets log-ons that wait for SQLite's write lock have it between two batches.
PAUSE_SECONDS = 0.01
POLL_SECONDS = 0.05


class AlreadyRotating(Exception):
    """Another rotation of this key file runs."""


@dataclass(frozen=True)
class _Place:
    """A table with what is sealed in it: columns with their purposes, and JSON columns with sealed values inside."""

    table: Table
    sealed: tuple[tuple[Column[Any], str], ...]
    json: tuple[Column[Any], ...]


def rotate(settings: Settings, say: Callable[[str], object] = lambda _line: None) -> int:
    """Rotate the encryption key and give how many values were encrypted anew.

    Raises AlreadyRotating, or CannotDecrypt where a value cannot be read: then every key is kept.
    """
    path = settings.data / "keys.json"
    with _alone(path.with_suffix(".rotating")):
        save_keys(path, load_keys(path).with_new_key())
        database = Database(settings.database, load_keys(path))
        try:
            say(f"New values are encrypted under {database.keys.current}.")
            count = _rewrite_all(database, say)
            save_keys(path, database.keys.only_current())
            with database.write() as db:
                events.record(db, "keys.rotated", current=database.keys.current, values=count)
        finally:
            database.engine.dispose()
    return count


def places() -> list[_Place]:
    """Everywhere that sealed values are kept: columns say so themselves (`models.sealed`)."""
    found = []
    for table in Base.metadata.sorted_tables:
        sealed = tuple((column, column.info["sealed"]) for column in table.columns if "sealed" in column.info)
        inside = tuple(c for c in table.columns if isinstance(c.type, JSON)) if table is Credential.__table__ else ()
        if sealed or inside:
            found.append(_Place(table, sealed, inside))
    return found


def stale(database: Database) -> int:
    """How many rows hold a value under another key than the current one."""
    with database.read() as db:
        counts = [select(func.count()).select_from(place.table).where(_is_stale(db, place)) for place in places()]
        return sum(db.scalar(query) or 0 for query in counts)


def _rewrite_all(database: Database, say: Callable[[str], object]) -> int:
    """Encrypt anew until nothing is left. A pass whose transactions of before have all ended misses nothing."""
    count = 0
    _let_transactions_end(database)
    while stale(database):
        for place in places():
            done = _rewrite(database, place)
            count += done
            if done:
                say(f"{place.table.name}: {done} values")
        _let_transactions_end(database)
    return count


def _rewrite(database: Database, place: _Place) -> int:
    keys_of_row = tuple(place.table.primary_key.columns)
    count, after = 0, None
    while True:
        with database.write() as db:
            query = select(place.table).where(_is_stale(db, place)).order_by(*keys_of_row).limit(BATCH_ROWS)
            if after is not None:
                query = query.where(tuple_(*keys_of_row) > tuple_(*after))
            # A row that somebody holds is left for the next pass: a rotation never waits while it holds others.
            rows = db.execute(query.with_for_update(skip_locked=True)).mappings().all()
            for row in rows:
                count += _rewrite_row(db, place, row)
        if not rows:
            return count
        after = tuple(rows[-1][column] for column in keys_of_row)
        time.sleep(PAUSE_SECONDS)


def _rewrite_row(db: DbSession, place: _Place, row: Any) -> int:
    keys: Keys = db.info["keys"]
    fresh: dict[str, Any] = {}
    for column, purpose in place.sealed:
        if row[column] and not keys.is_current(row[column]):
            fresh[column.name] = keys.encrypt(keys.decrypt(row[column], purpose), purpose)
    count = len(fresh)
    for column in place.json:
        values = {key: _reseal(keys, f"{row['kind']}.{key}", value) for key, value in row[column].items()}
        changed = sum(values[key] != value for key, value in row[column].items())
        if changed:
            fresh[column.name], count = values, count + changed
    if fresh:
        same = and_(*(column == row[column] for column in place.table.primary_key.columns))
        db.execute(update(place.table).where(same).values(**fresh))
    return count


def _reseal(keys: Keys, purpose: str, value: Any) -> Any:
    """A value of a credential's `data`, under the current key where it is sealed; purpose: `<kind>.<name>`."""
    if not isinstance(value, str) or value.partition(".")[0] not in set(keys.encryption) - {keys.current}:
        return value
    return keys.encrypt(keys.decrypt(value, purpose), purpose)


def _is_stale(db: DbSession, place: _Place) -> Any:
    retired = set(db.info["keys"].encryption) - {db.info["keys"].current}
    plain = [column.like(f"{key_id}.%") for column, _ in place.sealed for key_id in retired]
    inside = [cast(column, Text).like(f'%"{key_id}.%') for column in place.json for key_id in retired]
    return or_(False, *plain, *inside)


def _let_transactions_end(database: Database) -> None:
    """Return when every transaction that began before now has ended."""
    if database.sqlite:
        with database.write():  # there is one writer at a time, so the one before has ended
            return
    # A write reads the key file after it began (`Database.write`): none that begins from now on has the old file.
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND xact_start <= :moment"
    )
    with database.read() as db:
        moment = db.scalar(select(func.clock_timestamp()))
    while True:
        with database.read() as db:
            if not db.scalar(query, {"moment": moment}):
                return
        time.sleep(POLL_SECONDS)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the lock of rotations: two at once would each make a key of the same id."""
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600)) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRotating from error
        yield
