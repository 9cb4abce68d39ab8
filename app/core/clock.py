"""The time. Everything in the core asks here, so that a test can move the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

_source: Callable[[], datetime] | None = None


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _source() if _source else datetime.now(UTC)


@contextmanager
def moved(source: Callable[[], datetime]) -> Iterator[None]:
    """Let `source` tell the time inside the block. For tests."""
    global _source
    before, _source = _source, source
    try:
        yield
    finally:
        _source = before
