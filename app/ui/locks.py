"""Locks that inform: until when, how long that is in words, rounded up so that nobody comes too early."""

from datetime import datetime, timedelta
from math import ceil

from babel.dates import format_timedelta

from app.core import clock
from app.ui import i18n
from app.ui.i18n import N_, Message

LOCKED = N_("There were too many wrong tries. You can try again %(left)s, at %(time)s.")


def remaining(language: str, until: datetime) -> str:
    """How long it is until then: "om 12 minutter", "in 12 minutes"; whole minutes up to an hour, then whole hours,
    from two days on whole days. Never less than a minute, always rounded up."""
    minutes = max(1, ceil((until - clock.now()).total_seconds() / 60))
    if minutes <= 60:
        amount, unit = timedelta(minutes=minutes), "minute"
    elif minutes <= 48 * 60:
        amount, unit = timedelta(hours=ceil(minutes / 60)), "hour"
    else:
        amount, unit = timedelta(days=ceil(minutes / (24 * 60))), "day"
    # The threshold keeps 55 minutes from being called an hour.
    return format_timedelta(
        amount,
        granularity=unit,  # type: ignore[arg-type]
        threshold=1000 if unit == "day" else (60.5 if unit == "minute" else 48.5),
        add_direction=True,
        locale=i18n.LOCALES[language],
    )


def locked_until(language: str, until: datetime) -> Message:
    """The sentence at a form that cannot be used now."""
    return Message(LOCKED, left=remaining(language, until), time=moment(language, until))


def moment(language: str, until: datetime) -> str:
    """The time of day, rounded up to a whole minute; with the date where it is not today."""
    until += timedelta(seconds=-until.second % 60 if not until.microsecond else 60 - until.second)
    today = clock.now().astimezone(i18n.ZONE).date() == until.astimezone(i18n.ZONE).date()
    return i18n.clock_time(language, until) if today else i18n.day_and_time(language, until)
