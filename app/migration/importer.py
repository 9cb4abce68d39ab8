"""Brings a legacy directory into the database: in batches, as often as one likes, bad lines reported and passed over.

A citizen who is here already is left as they are, because the portal knows better by now which keys are used and
which password hash is newest: importing adds and never changes. Readable keys and numbers are never stored.
"""

import mmap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as DbSession

from app.core import events
from app.core.context import Core
from app.core.crypto import Keys
from app.core.models import LegacyIdentity
from app.migration import identities, legacy_card
from app.migration.directory import BadLine, LegacyRecord, duplicate_reason, read_directory, split_lines

BATCH_LINES = 1000
TRIES_A_BATCH = 5


@dataclass(frozen=True)
class ImportReport:
    """How many citizens were added, how many were here already, and how many lines were bad."""

    added: int
    unchanged: int
    bad: int


@dataclass(frozen=True)
class _Ids:
    """What may belong to one citizen only, as digests."""

    nemid_number: str
    cpr: str
    user_id: str | None


@dataclass(frozen=True)
class _Sorted:
    """A batch, sorted: new citizens with their ids, the numbers of those already here, and bad lines."""

    new: list[tuple[LegacyRecord, _Ids]]
    here: list[str]
    bad: list[BadLine]


class _Seen:
    """The NemID numbers of the good lines so far, one bit each: a line that repeats an earlier one is told from a line
    that was imported last time. A country needs 125 MB; a small file touches few pages of it."""

    def __init__(self) -> None:
        self._bits = mmap.mmap(-1, 10**9 // 8)

    def __contains__(self, nemid_number: str) -> bool:
        byte, bit = divmod(int(nemid_number), 8)
        return bool(self._bits[byte] >> bit & 1)

    def add(self, nemid_number: str) -> None:
        byte, bit = divmod(int(nemid_number), 8)
        self._bits[byte] |= 1 << bit


def import_file(core: Core, path: Path, on_bad: Callable[[BadLine], None]) -> ImportReport:
    """Import the directory at `path` and tell `on_bad` of every bad line, in the file's order within a batch.

    Each batch is a transaction of its own: an import that was interrupted goes on when it is run again.
    Raises OSError where the file cannot be read.
    """
    added = unchanged = bad = 0
    seen = _Seen()
    with path.open("rb") as stream:
        for batch in _batches(read_directory(split_lines(stream))):
            done = _import_batch(core, batch, seen)
            for line in done.bad:
                on_bad(line)
            for nemid_number in [record.nemid_number for record, _ in done.new] + done.here:
                seen.add(nemid_number)
            added, unchanged, bad = added + len(done.new), unchanged + len(done.here), bad + len(done.bad)
    return ImportReport(added, unchanged, bad)


def _batches(lines: Iterable[LegacyRecord | BadLine]) -> Iterator[list[LegacyRecord | BadLine]]:
    rest = iter(lines)
    while batch := list(islice(rest, BATCH_LINES)):
        yield batch


def _import_batch(core: Core, batch: Sequence[LegacyRecord | BadLine], seen: _Seen) -> _Sorted:
    """Sort and store a batch. Another import may take an id in between (PostgreSQL): then it is sorted anew."""
    for tries_left in reversed(range(TRIES_A_BATCH)):
        try:
            with core.database.write() as db:
                done = _sort(db, batch, seen)
                db.add_all([_identity(db.info["keys"], record, ids) for record, ids in done.new])
                if done.new:
                    events.record(db, "legacy.imported", citizens=len(done.new))
            return done
        except IntegrityError:
            if not tries_left:
                raise
    raise AssertionError("the last try returns or raises")


def _sort(db: DbSession, batch: Sequence[LegacyRecord | BadLine], seen: _Seen) -> _Sorted:
    keys: Keys = db.info["keys"]
    done = _Sorted([], [], [])
    records = [(line, _ids(keys, line)) for line in batch if isinstance(line, LegacyRecord)]
    owners = _owners(db, [ids for _, ids in records])
    mine: set[str] = set()
    ids_of = {record.line_number: ids for record, ids in records}
    for line in batch:
        if isinstance(line, BadLine):
            done.bad.append(line)
            continue
        ids = ids_of[line.line_number]
        repeated = line.nemid_number in seen or ids.nemid_number in mine
        if not repeated and _is_here(owners, ids):
            done.here.append(line.nemid_number)
        elif field := _taken(owners, ids):
            done.bad.append(BadLine(line.line_number, duplicate_reason(field)))
            continue
        else:
            done.new.append((line, ids))
            owners |= dict.fromkeys(_keys_of(ids), ids)
        mine.add(ids.nemid_number)
    return done


def _ids(keys: Keys, record: LegacyRecord) -> _Ids:
    return _Ids(
        identities.nemid_digest(keys, record.nemid_number),
        identities.cpr_digest(keys, record.cpr),
        identities.user_id_digest(keys, record.user_id) if record.user_id else None,
    )


def _owners(db: DbSession, wanted: Sequence[_Ids]) -> dict[tuple[str, str], _Ids]:
    """Whose each of these ids is in the database already: one query a batch."""
    if not wanted:
        return {}
    columns = (LegacyIdentity.nemid_digest, LegacyIdentity.cpr_digest, LegacyIdentity.user_id_digest)
    query = select(*columns).where(
        or_(
            columns[0].in_([ids.nemid_number for ids in wanted]),
            columns[1].in_([ids.cpr for ids in wanted]),
            columns[2].in_([ids.user_id for ids in wanted if ids.user_id]),
        )
    )
    return {key: ids for ids in (_Ids(*row) for row in db.execute(query)) for key in _keys_of(ids)}


def _keys_of(ids: _Ids) -> list[tuple[str, str]]:
    found = [("nemid_number", ids.nemid_number), ("cpr", ids.cpr)]
    return [*found, ("user_id", ids.user_id)] if ids.user_id else found


def _is_here(owners: dict[tuple[str, str], _Ids], ids: _Ids) -> bool:
    return owners.get(("nemid_number", ids.nemid_number)) == ids


def _taken(owners: dict[tuple[str, str], _Ids], ids: _Ids) -> str:
    """The first field that another citizen has, or empty."""
    return next((key[0] for key in _keys_of(ids) if key in owners), "")


def _identity(keys: Keys, record: LegacyRecord, ids: _Ids) -> LegacyIdentity:
    card = legacy_card.pack(record.card.keys, record.card.used, keys, record.card.card_number)
    name = f"{record.given_name} {record.family_name}".strip()
    return LegacyIdentity(
        status=record.status,
        nemid_digest=ids.nemid_number,
        cpr_digest=ids.cpr,
        user_id_digest=ids.user_id,
        nemid_number=keys.encrypt(record.nemid_number, "legacy.nemid_number"),
        cpr=keys.encrypt(record.cpr, "legacy.cpr"),
        user_id=keys.encrypt(record.user_id, "legacy.user_id") if record.user_id else None,
        name=keys.encrypt(name, "legacy.name"),
        protected=record.name_protected,
        language=record.language,
        password_hash=record.password_hash,
        password_kind=record.password_kind,
        card_number=keys.encrypt(record.card.card_number, "legacy.card_number"),
        card_keys=card.card_keys,
        used=card.used,
    )
