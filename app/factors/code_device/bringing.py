"""Bringing in a file of seeds: the good devices are kept, the bad ones are told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events
from app.core.db import Database
from app.core.models import Device
from app.core.sealed import digest, seal, unseal
from app.factors.code_device import pskc, sheet
from app.factors.code_device.pskc import Secret
from app.factors.code_device.records import Bad, Record, Unreadable

MOST_BYTES = 16 * 1024 * 1024
BATCH = 200
OTHER = "this serial number is here already, with another seed or setting"


@dataclass
class Report:
    """How many devices were added, were here already, or were bad."""

    added: int = 0
    unchanged: int = 0
    bad: int = 0


def entries(data: bytes, secret: Secret) -> Iterator[Record | Bad]:
    """What the file says, PSKC or CSV. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("the file is larger than 16 MiB")
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"<":
        return pskc.read(data, secret)
    return sheet.read(data)


def bring_in(
    database: Database, found: Iterable[Record | Bad], *, form: str, on_bad: Callable[[Bad], object]
) -> Report:
    """Keep the devices; `form` is for those that do not say theirs. May be run again with the same file."""
    report, waiting = Report(), iter(found)
    while batch := list(islice(waiting, BATCH)):
        told: list[Bad] = []
        with database.write() as db:
            added = 0
            for entry in batch:
                known = entry if isinstance(entry, Bad) else _keep(db, entry, form)
                if isinstance(known, Bad):
                    told.append(known)
                added += known is True
            if added:
                events.record(db, "devices.imported", count=added)
        report.added, report.bad = report.added + added, report.bad + len(told)
        report.unchanged += len(batch) - added - len(told)
        for bad in told:
            on_bad(bad)
    return report


def _keep(db: DbSession, record: Record, form: str) -> bool | Bad:
    """True where the device is new, False where the same is here already."""
    named = digest(db, record.serial, "device.serial")
    known = db.scalar(select(Device).where(Device.serial_digest == named))
    if known is not None:
        same = unseal(db, known.seed, "device.seed") == record.seed.hex() and (
            (known.kind, known.digits, known.period, known.algorithm)
            == (record.kind, record.digits, record.period, record.algorithm)
        )
        return False if same else Bad(f"serial {record.serial}", OTHER)
    device = Device(serial_digest=named, kind=record.kind, digits=record.digits, period=record.period)
    device.serial = seal(db, record.serial, "device.serial")
    device.seed = seal(db, record.seed.hex(), "device.seed")
    device.algorithm, device.form = record.algorithm, record.form or form
    device.floor = record.counter - 1 if record.kind == "hotp" else 0
    device.drift, device.imported_at = 0, clock.now()
    db.add(device)
    db.flush()
    return True
