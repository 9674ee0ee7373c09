"""Rows of the log, for tests: each a moment after the one before, unless said otherwise."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from quizapp.scheduling.day import learners_day
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.values import LogRow
from tests.conftest import NOW

_numbers = count(1)


def row(
    card: str,
    what: What = What.ANSWER,
    grade: Grade | None = None,
    at: datetime | None = None,
    undoes: str | None = None,
    milliseconds: int | None = None,
    **answered: Any,
) -> LogRow:
    """A row about `card`, at `at`."""
    number = next(_numbers)
    moment = at or NOW + timedelta(microseconds=number)
    day = learners_day(moment)
    memory = Memory(day, interval=20, easiness=230, repetitions=3, lapses=1) if what is What.LEARNED else None
    entry = Entry(f"row-{number:06}", card, moment, day, what, grade, undoes, memory)
    return LogRow(entry, milliseconds, answered, "here")


def good(card: str, at: datetime | None = None, milliseconds: int | None = None) -> LogRow:
    """A Good answer."""
    return row(card, What.ANSWER, Grade.GOOD, at, milliseconds=milliseconds)


def undo(taken_back: LogRow, at: datetime | None = None) -> LogRow:
    """The row that takes back another."""
    moment = at or taken_back.entry.at + timedelta(seconds=1)
    return row(taken_back.entry.card, What.UNDO, at=moment, undoes=taken_back.entry.uuid)
