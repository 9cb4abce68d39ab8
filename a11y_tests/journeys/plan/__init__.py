"""The journeys of an evaluation, as data: what each is called, who goes, by which browser, and what they do.

There is none to a service provider yet: the portal logs nobody on to others' services so far.
"""

from collections.abc import Iterable, Iterator

from a11y_tests.journeys.plan import account, crossing, devices, manners, open_pages, recovery, trouble
from a11y_tests.journeys.plan.journey import Journey, LeftOut, Seats, unwatched

__all__ = ["JOURNEYS", "Journey", "LeftOut", "Seats", "chosen", "parted", "unwatched"]
_ROOMS = (open_pages, crossing, account, devices, recovery, trouble, manners)
JOURNEYS: tuple[Journey, ...] = tuple(journey for room in _ROOMS for journey in room.JOURNEYS)


def chosen(*, quick: bool = False, names: tuple[str, ...] = ()) -> Iterator[Journey]:
    """The journeys of an evaluation: all, the quick ones, or those whose name holds one of `names`."""
    for journey in JOURNEYS:
        named = any(name.lower() in journey.name.lower() for name in names)
        if named or (not names and (journey.quick or not quick)):
            yield journey


def parted(journeys: Iterable[Journey]) -> list[tuple[Journey, ...]]:
    """The journeys in parts that may be gone side by side, those with the most to do first. Those of a part need the
    same settings, or share personas: they are gone one after another."""
    parts: dict[object, tuple[Journey, ...]] = {}
    for journey in journeys:
        shared = (journey.together, *journey.settings.items(), *journey.beside.items())
        part = shared if journey.together or journey.needs_its_own else journey.name
        parts[part] = (*parts.get(part, ()), journey)
    return sorted(parts.values(), key=len, reverse=True)
