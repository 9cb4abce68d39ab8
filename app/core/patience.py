"""How far a person's wish for more time reaches (WCAG 2.2.1: up to ten times, where security allows it).

`patience` is how many times longer; each limit below is what no wish goes beyond. More time gives nobody more tries.
"""

from datetime import timedelta

from app.settings import Settings

PATIENCES = (1, 2, 5, 10)

# A sent or spoken code has three tries however long it lives; an hour bounds what a thief may find in a mailbox.
# SP 800-63B-4, 3.1.3.1 and 3.2.1 ask for ten minutes; the longer time is an accommodation that the person asks for.
LONGEST_CODE = timedelta(minutes=60)
# An open request to a telephone stands in the way of the next one, so it is never open for long.
LONGEST_REQUEST = timedelta(minutes=15)
# A change of factor, contact or password needs a proof just made. SP 800-63B-4, 4.1.2 names no minutes, and 2.3.3
# lets the highest level rest for 15 minutes before it is proven anew: that is as long as a proof stays fresh.
LONGEST_FRESH = timedelta(minutes=15)
# SP 800-63B-4, 2.1.3 to 2.3.3: a session without use SHOULD end within an hour (15 minutes at the highest level) and
# SHALL end at an absolute limit, which no wish moves. The former is stretched for who needs it, at High to an hour.
LONGEST_IDLE_AT_HIGH = timedelta(minutes=60)


def code_time(settings: Settings, patience: int) -> timedelta:
    """How long a sent or spoken code can be used."""
    return _stretched(timedelta(minutes=settings.code_minutes), patience, LONGEST_CODE)


def request_time(usual: timedelta, patience: int) -> timedelta:
    """How long a request to an app waits for its answer."""
    return _stretched(usual, patience, LONGEST_REQUEST)


def fresh_time(settings: Settings, patience: int) -> timedelta:
    """How long a proof counts as fresh."""
    return _stretched(timedelta(minutes=settings.fresh_minutes), patience, LONGEST_FRESH)


def _stretched(usual: timedelta, patience: int, longest: timedelta) -> timedelta:
    """Never shorter than usual: an operator may have set more than the longest."""
    return max(usual, min(usual * patience, longest))
