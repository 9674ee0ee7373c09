"""A past to count: rows as the store gives them, day by day."""

from datetime import UTC, date, datetime, time, timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.values import Happened, Stand

FIRST = date(2026, 1, 1)


def day(number: int) -> date:
    """The day so many days after the first."""
    return FIRST + timedelta(days=number)


def quarter(on: int, hour: int) -> int:
    """An hour (UTC) of a day, in quarters of an hour since 1970."""
    return round(datetime.combine(day(on), time(hour), UTC).timestamp()) // 900


def answer(
    card: str, on: int, grade: int = 4, hour: int = 9, what: What = What.ANSWER, seconds: float = 0, mistake: str = ""
) -> Happened:
    """An answer on a day, at an hour (UTC)."""
    return Happened(card, quarter(on, hour), day(on), what, Grade(grade), round(seconds * 1000), mistake, None)


def stand(due: int | None, interval: int = 0, *, repetitions: int = 1, easiness: int = 250, **other: bool) -> Stand:
    """Where a card stands that is due on a day; None for a new one."""
    decided = {"unsettled": False, "suspended": False, **other}
    return Stand(None if due is None else day(due), interval, easiness, repetitions, **decided)
