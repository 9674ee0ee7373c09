"""How many cards to begin a day, so that all are seen and repeated before a day."""

from datetime import date, timedelta


def last_beginning(by: date) -> date:
    """The last day on which a new card may come: it is repeated on the day after, the last one before `by`."""
    return by - timedelta(days=2)


def days_to_begin(today: date, by: date) -> int:
    """The days on which new cards may come, today among them; none where it is too late to repeat them."""
    return max((last_beginning(by) - today).days + 1, 0)


def pace(unseen: int, today: date, by: date, begun: int = 0) -> int:
    """New cards for today, of `unseen` and those `begun` today: spread evenly over the days there are, rounded up.

    A day that was missed makes the others fuller: the pace is that of the cards and the days that are left.
    """
    days = days_to_begin(today, by)
    return -(-(unseen + begun) // days) if days else 0


def new_on(pace: int, usual: int, most: int | None) -> int:
    """New cards for a day: as many as it takes, no fewer than usual, and no more than the most there may be."""
    wanted = max(pace, usual)
    return wanted if most is None else min(wanted, most)
