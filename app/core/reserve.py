"""Several factors of one kind: which is in use, which wait in reserve, which are used up.

A second card waits untouched until the first is used up, or until the citizen picks it: log-on asks the one that was
used last. `data["spent"]` is set by a factor that has nothing left to ask.
"""

from collections.abc import Iterable
from datetime import datetime

from app.core import clock
from app.core.models import Credential


def waiting(found: Iterable[Credential]) -> set[str]:
    """The ids of those in reserve: active, not used since they were activated, with one of their kind before them."""
    active = [item for item in found if item.status == "active"]
    return {item.id for item in active if not _used(item) and any(_before(other, item) for other in active)}


def by_use(found: Iterable[Credential]) -> list[Credential]:
    """The last used first; those in reserve come after those in use, and those that are used up last."""
    items = list(found)
    reserve = waiting(items)
    never = datetime.fromtimestamp(0, tz=clock.now().tzinfo)

    def rank(item: Credential) -> tuple[bool, bool, datetime]:
        return not is_spent(item), item.id not in reserve, item.last_used_at or never

    return sorted(items, key=rank, reverse=True)


def is_spent(credential: Credential) -> bool:
    """True where it has nothing left to ask."""
    return bool(credential.data.get("spent"))


def _used(item: Credential) -> bool:
    """Used at a log-on: the proofs of its activation are no use."""
    if item.last_used_at is None or item.activated_at is None:
        return item.last_used_at is not None
    return item.last_used_at > item.activated_at


def _before(other: Credential, item: Credential) -> bool:
    """Whether `item` waits for `other`: one of its kind that can still be asked, and is used or older."""
    if other.id == item.id or other.kind != item.kind or is_spent(other):
        return False
    return _used(other) or (other.created_at, other.id) < (item.created_at, item.id)
