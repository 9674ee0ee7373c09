"""A past to count: rows as the store gives them, day by day."""

from datetime import UTC, date, datetime, time, timedelta

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.values import Happened, Held

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


def learned(
    card: str, due: int | None, interval: int = 0, *, deck: str = "deck", repetitions: int = 1, **other: object
) -> Held:
    """A card that is due on a day; None for a new one."""
    values: dict[str, object] = {
        "easiness": 250,
        "lapses": 0,
        "unsettled": False,
        "suspended": False,
        "in_use": True,
        "topic": "topic",
        "introduced": None,
        "answered": None,
        **other,
    }
    when = None if due is None else day(due)
    return Held(card=card, deck=deck, due=when, interval=interval, repetitions=repetitions, **values)  # type: ignore[arg-type]
