"""Guessing is bounded here and nowhere else: every check of a secret takes a try first.

A try is *taken before* the check and given back when the check succeeds, so parallel guesses cannot outrun the count
(NIST SP 800-63B-4 section 3.2.2; a failure survives the request that made it).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete
from sqlalchemy.orm import Session as DbSession

from app.core import clock, events
from app.core.models import Counter, Credential, LegacyIdentity
from app.core.rows import locked_row
from app.settings import Settings

FREE_TRIES_OF_A_FACTOR = 3


@dataclass(frozen=True)
class Wait:
    """No try now. `until` is when the next is allowed; None: a person must help."""

    until: datetime | None


def take(db: DbSession, settings: Settings, key: str) -> Wait | None:
    """Take one try for `key`, or say how long to wait. Commit before the check itself begins."""
    now = clock.now()
    counter = _locked(db, key)
    if counter.failures >= settings.failures_before_human:
        return Wait(None)
    if counter.locked_until and counter.locked_until > now:
        return Wait(counter.locked_until)
    counter.failures += 1
    counter.changed_at = now
    late = counter.failures - settings.free_tries
    counter.locked_until = now + delay(settings, late) if late >= 0 else None
    return None


def give_back(db: DbSession, key: str) -> None:
    """The check succeeded: the failures in a row are over."""
    db.execute(delete(Counter).where(Counter.key == key))


def undo(db: DbSession, key: str) -> None:
    """The check could not be made (the service was busy): the try that was taken for it was none."""
    counter = _locked(db, key)
    counter.failures = max(0, counter.failures - 1)
    counter.locked_until = None


def delay(settings: Settings, late: int) -> timedelta:
    """The growing delay: the first at `late` = 0, doubled at each further failure, capped."""
    seconds = settings.first_delay_seconds * 2 ** min(late, 20)
    return timedelta(seconds=min(seconds, settings.longest_delay_seconds))


def note_failure(db: DbSession, settings: Settings, source: str) -> None:
    """Count a failed check against its source and the whole service; raises the alarm event once a minute."""
    now = clock.now()
    _locked(db, _source_key(source, now)).failures += 1
    service = _locked(db, f"service:{now:%d%H%M}")
    service.failures += 1
    if service.failures == settings.alarm_failures:
        events.record(db, "alarm.spraying", failures=service.failures)


def source_exhausted(db: DbSession, settings: Settings, source: str) -> bool:
    """True where this address has failed too often in the running quarter of an hour: answer 429."""
    now = clock.now()
    counter = db.get(Counter, _source_key(source, now))
    today = counter is not None and now - counter.changed_at < timedelta(hours=1)
    return bool(counter and today and counter.failures >= settings.source_failures)


def note_wrong(item: Credential | LegacyIdentity, settings: Settings, most: int) -> bool:
    """Count a wrong answer on the factor itself; True where that was the last one it allows.

    Counted on the factor, not on session or address, and not reset by a new question: a lock that lifts by itself is
    none, so the factor is disabled at `most` failures in a row.
    """
    item.failures += 1
    late = item.failures - FREE_TRIES_OF_A_FACTOR
    if late >= 0:
        item.locked_until = clock.now() + delay(settings, late)
    return item.failures >= most


def note_right(item: Credential | LegacyIdentity) -> None:
    """A right answer ends the failures in a row."""
    item.failures, item.locked_until = 0, None


def forget_old(db: DbSession, older_than: timedelta = timedelta(days=2)) -> None:
    """Housekeeping: windows of sources and of the service that are long past."""
    limit = clock.now() - older_than
    passing = Counter.key.like("source:%") | Counter.key.like("service:%")
    db.execute(delete(Counter).where(passing, Counter.changed_at < limit))


def _locked(db: DbSession, key: str) -> Counter:
    """The counter row, locked; made where there is none."""
    now = clock.now()
    counter = locked_row(db, Counter, key, key=key, failures=0, changed_at=now)
    if key.startswith(("source:", "service:")) and now - counter.changed_at > timedelta(hours=1):
        counter.failures = 0
    counter.changed_at = now
    return counter


def _source_key(source: str, now: datetime) -> str:
    """The counter of a source in the running quarter of an hour."""
    window = now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)
    return f"source:{network_of(source)}:{window:%d%H%M}"


def network_of(source: str) -> str:
    """What counts as one source: an IPv4 address, or an IPv6 network of 64 bits (one household has a whole one)."""
    try:
        address = ip_address(source)
    except ValueError:
        return source[:60]
    return str(address) if address.version == 4 else str(ip_network((address, 64), strict=False))
