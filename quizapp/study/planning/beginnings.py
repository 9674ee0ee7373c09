"""The new cards of each day of a plan."""

from datetime import date, timedelta

from quizapp.study.planning.pace import new_on, pace


def beginnings(
    unseen: int, today: date, by: date, begun: int = 0, usual: int = 0, most: int | None = None
) -> dict[date, int]:
    """How many new cards come on each day from `today` on, as long as there are any; those `begun` count for today's.

    As many as it takes, no fewer than `usual`, and no more than `most`. On the last day, too late to be repeated, the
    usual number comes of those that are left.
    """
    found: dict[date, int] = {}
    left = unseen
    for day in (today + timedelta(days=number) for number in range((by - today).days)):
        done = begun if day == today else 0
        found[day] = min(max(new_on(pace(left, day, by, done), usual, most) - done, 0), left)
        left -= found[day]
    return found
