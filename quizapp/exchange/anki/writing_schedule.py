"""A card's past as Anki keeps it: when it comes again, and a row of its log for each answer.

The other way round than `quizapp.exchange.anki.history`, whose sources are this module's. Anki
has no place for three things: the grades below Hard are one button, a card that was recalled with effort is a review
due today, and `reps` holds repetitions and lapses together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from typing import NamedTuple

from quizapp.exchange.notes import Past
from quizapp.exchange.outgoing.remembered import milliseconds_of
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2

_NEW, _LEARNING, _REVIEW, _RELEARNING = range(4)
_SUSPENDED = -1
_ONE_STEP_LEFT = 1001
_FIRST_STEP, _STEP = -60, -600
"""Seconds, as the log of Anki has intervals below a day."""
_FIRST_DAY = date(2000, 1, 1)
"""The day from which a package counts, the same for all."""
_LONGEST_ANSWER = 2**31 - 1

_BUTTONS = {
    Grade.BLACKOUT: 1,
    Grade.AGAIN: 1,
    Grade.ALMOST: 1,
    Grade.HARD: 2,
    Grade.GOOD: 3,
    Grade.EASY: 4,
}


@dataclass(frozen=True)
class Days:
    """How the learner's days are counted: `hour` is when they begin, `minutes_west` their zone as Anki tells it."""

    hour: int = 4
    minutes_west: int = 0

    @property
    def created(self) -> int:
        """The beginning of day 0, in seconds since 1970."""
        return self.start(_FIRST_DAY)

    def number(self, day: date) -> int:
        """A day as Anki counts it; none lies before the first."""
        return max(0, (day - _FIRST_DAY).days)

    def start(self, day: date) -> int:
        """The instant at which a day begins, in seconds since 1970."""
        midnight = datetime(day.year, day.month, day.day, tzinfo=self._zone)
        return int((midnight + self._begins).timestamp())

    def day(self, at: datetime) -> date:
        """The learner's day to which an instant belongs."""
        return (at.astimezone(self._zone) - self._begins).date()

    @cached_property
    def _zone(self) -> timezone:
        return timezone(timedelta(minutes=-self.minutes_west))

    @cached_property
    def _begins(self) -> timedelta:
        return timedelta(hours=self.hour)


class Scheduled(NamedTuple):
    """What stands in a row of `cards`, named as there."""

    type: int
    queue: int
    due: int
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0


class Logged(NamedTuple):
    """What stands in a row of `revlog`; `at` is in milliseconds."""

    at: int
    ease: int
    interval: int
    last: int
    factor: int
    milliseconds: int
    type: int


def scheduled(past: Past, position: int, days: Days) -> Scheduled:
    """When a card comes again; `position` is its place among the new ones, for one that was never answered."""
    memory = past.memory
    if memory is None or memory.due is None:
        return Scheduled(_NEW, _SUSPENDED if past.suspended else _NEW, position)
    counted = {"factor": 10 * memory.easiness, "reps": memory.repetitions + memory.lapses, "lapses": memory.lapses}
    if memory.interval:
        queue = _SUSPENDED if past.suspended else _REVIEW
        return Scheduled(_REVIEW, queue, days.number(memory.due), memory.interval, **counted)
    type_ = _RELEARNING if memory.lapses else _LEARNING
    queue = _SUSPENDED if past.suspended else _LEARNING
    at = days.start(memory.due)
    return Scheduled(type_, queue, at, int(type_ == _RELEARNING), **counted, left=_ONE_STEP_LEFT)


def logged(past: Past, days: Days) -> Iterator[Logged]:
    """The answers with what they did to the schedule, had they alone made it."""
    scheduler = SM2()
    memory, last = scheduler.first(), 0
    for answer in past.answers:
        after = scheduler.next(memory, answer.grade, days.day(answer.at))
        type_ = _type(memory)
        interval = after.interval or (_STEP if memory.lapses or after.lapses else _FIRST_STEP)
        factor = 0 if type_ == 0 else 10 * after.easiness
        spent = min(answer.milliseconds or 0, _LONGEST_ANSWER)
        yield Logged(milliseconds_of(answer.at), _BUTTONS[answer.grade], interval, last, factor, spent, type_)
        memory, last = after, interval


def _type(memory: Memory) -> int:
    """What an answer was to Anki: 0 while a card is learned, 1 a review, 2 learning it anew."""
    if memory.interval and not memory.unsettled:
        return 1
    return 2 if memory.lapses or memory.repetitions > 1 else 0
