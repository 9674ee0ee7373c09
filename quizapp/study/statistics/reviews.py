"""Answers as statistics see them: how long the card had been left alone, and what kind of answer it was."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Memory, Scheduler
from quizapp.store.values import Happened


class Kind(StrEnum):
    """What an answer tells: only a review tells whether a card was kept in mind."""

    NEW = "new"
    """The card's first answer."""
    LEARNING = "learning"
    """Again on the same day, or after it was forgotten and before it was recalled."""
    REVIEW = "review"
    """The first on its day, of a card that was recalled on an earlier one."""
    PRACTICE = "practice"
    """Without consequences for the schedule."""


class Review(NamedTuple):
    """An answer that counts. `interval` is what the schedule had set before it, `elapsed` what went by; in days."""

    card: str
    at: datetime
    day: date
    grade: Grade
    milliseconds: int
    mistake: str
    kind: Kind
    interval: int
    elapsed: int


# An enumeration's members are looked up and found in a set slowly, and there are 100,000 answers.
_NEW, _LEARNING, _REVIEW, _PRACTICE = Kind.NEW, Kind.LEARNING, Kind.REVIEW, Kind.PRACTICE
_ANSWERS = tuple(ANSWERS)


def reviews(past: Iterable[Happened], scheduler: Scheduler) -> Iterator[Review]:
    """The answers in what happened, card by card and oldest first, as that comes."""
    for _, rows in groupby(past, itemgetter(0)):
        yield from _of_card(rows, scheduler)


def _of_card(rows: Iterable[Happened], scheduler: Scheduler) -> Iterator[Review]:
    memory, last, practice = scheduler.first(), None, What.PRACTICE
    for row in rows:
        card, at, day, what, grade, milliseconds, mistake, learned = row
        if grade is not None:
            elapsed = (day - last).days if last else 0
            kind = _PRACTICE if what is practice else _kind(memory, last, day)
            yield Review(card, at, day, grade, milliseconds, mistake, kind, memory.interval, elapsed)
        if what in _ANSWERS and grade is not None:
            memory, last = scheduler.next(memory, grade, day), day
        elif what is What.RESET:
            memory, last = scheduler.first(), None
        elif learned is not None:
            memory, last = learned, learned.due and learned.due - timedelta(days=learned.interval)


def _kind(memory: Memory, last: date | None, day: date) -> Kind:
    if last is None:
        return _NEW
    return _REVIEW if memory.repetitions and not memory.unsettled and last < day else _LEARNING
