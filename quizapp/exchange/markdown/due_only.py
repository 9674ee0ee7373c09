"""A card of which no more is known than when it is due again, and after how many days."""

from datetime import UTC, date, datetime, time, timedelta

from quizapp.exchange.notes import Past
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import LEAST_EASINESS, LONGEST_INTERVAL, SECOND_INTERVAL

_LARGEST_EASINESS = 1_000


def past_of(due: date, interval: int, easiness: int = 250) -> Past:
    """Its past, as of the day of its last answer, at noon (UTC): `interval` days before it is due."""
    interval = min(interval, LONGEST_INTERVAL, (due - date.min).days)
    memory = Memory(
        due=due,
        interval=interval,
        easiness=min(max(easiness, LEAST_EASINESS), _LARGEST_EASINESS),
        repetitions=2 if interval >= SECOND_INTERVAL else 1,
    )
    return Past(memory=memory, as_of=datetime.combine(due - timedelta(days=interval), time(12), UTC))
