"""The learner's day: it begins at 04:00 by the clock on the wall, not at midnight."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY_STARTS_AT = time(4, 0)


def learners_day(now: datetime, zone: tzinfo | None = None, starts_at: time = DAY_STARTS_AT) -> date:
    """The day to which the instant `now` belongs, where the learner is.

    `now` must be aware; `zone` None is the system's. The clock on the wall decides, so a day on which clocks change
    has 23 or 25 hours, and one that the date line swallows has none. Raises ValueError for a naive `now`.
    """
    if now.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    day = now.astimezone(zone).date()
    while start_of(day, zone, starts_at) > now:
        day -= timedelta(days=1)
    return day


def start_of(day: date, zone: tzinfo | None = None, starts_at: time = DAY_STARTS_AT) -> datetime:
    """The instant, in UTC, at which the learner's `day` begins: when the clock first shows `starts_at`, or skips it."""
    wall = datetime.combine(day, starts_at, tzinfo=zone)  # without a zone, astimezone() reads it as the system's
    return wall.astimezone(UTC)
