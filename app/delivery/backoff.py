"""When a message that was not taken is tried again."""

from datetime import datetime, timedelta

FIRST = timedelta(seconds=15)
LONGEST = timedelta(hours=1)
GIVE_UP = timedelta(days=1)


def next_try(tries: int, now: datetime) -> datetime | None:
    """After `tries` failed tries: 15 s later, then twice as long each time, up to an hour; None after a day.

    When the message itself is of no use any more is the outbox's to know.
    """
    if sum((delay_after(number) for number in range(1, tries + 1)), timedelta()) > GIVE_UP:
        return None
    return now + delay_after(tries)


def delay_after(tries: int) -> timedelta:
    """The pause after that many failed tries."""
    doublings = min(max(tries, 1) - 1, 16)  # bounded: far above the longest pause, and no huge number
    return min(FIRST * 2**doublings, LONGEST)
