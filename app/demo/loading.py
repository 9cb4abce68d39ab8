"""Brings the demo country into a database: the legacy directory by the operator's importer, then the new eID of the
personas who have crossed. Whatever is there already is left alone, so an interrupted start is finished by the next."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from app.core.context import Core
from app.core.models import LegacyIdentity
from app.demo.settling import settle
from app.migration.directory import BadLine
from app.migration.importer import import_file

COUNT = 1000
Say = Callable[[str], object]


def ensure_country(core: Core, say: Say, count: int | None = None) -> None:
    """Make the demo country where it is not there, or not whole; `say` gets a line for the terminal now and then.

    `count`: how many citizens, the personas first; COUNT where none is given. Takes some 20 seconds a thousand on two
    processors, nearly all of it for hashing passwords.
    """
    path = core.settings.data / "legacy.jsonl"
    count = count or COUNT
    if _is_missing(core, path, count):
        _bring_in(core, path, say, count)
    settle(core, say)


def _is_missing(core: Core, path: Path, count: int) -> bool:
    """True where nobody is here, or where an import of our own file was cut off."""
    with core.database.read() as db:
        here = db.scalar(select(func.count()).select_from(LegacyIdentity)) or 0
    return here == 0 or (path.exists() and here < count)


def _bring_in(core: Core, path: Path, say: Say, count: int) -> None:
    from app.demo.country import people, write_directory

    if not path.exists():
        say(f"Making the demo country: {count} citizens, about {count // 50} seconds ...")
        write_directory(path, people(count=count), hasher=core.passwords)
    report = import_file(core, path, on_bad=lambda bad: _report(bad, say))
    say(f"Imported: {report.added} added, {report.unchanged} already here, {report.bad} bad lines.")


def _report(bad: BadLine, say: Say) -> None:
    say(f"line {bad.line_number}: {bad.reason}")
