"""Answers as statistics see them: how long the card had been left alone, and what kind of answer it was."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from quizapp.scheduling.log import ANSWERS, What
from quizapp.scheduling.memory import Scheduler
from quizapp.store.values import Happened
from quizapp.study.statistics.stages import Stage, Stages


class Kind(StrEnum):
    """What an answer tells: only a review tells whether a card was kept in mind."""

    NEW = "new"
    """The card's first answer."""
    LEARNING = "learning"
    """Again on the same day, or on a later one where it was left forgotten, or recalled with effort and not settled."""
    REVIEW = "review"
    """The first on its day, of a card that was recalled on an earlier one."""
    PRACTICE = "practice"
    """Without consequences for the schedule."""


class Review(NamedTuple):
    """An answer that counts. `interval` is what the schedule had set before it, `elapsed` what went by; in days.

    `quarter` says when: in quarters of an hour since 1970, UTC. `kind` is one of Kind's, as a plain text.
    """

    card: str
    quarter: int
    day: date
    grade: int
    milliseconds: int
    mistake: str
    kind: str
    interval: int
    elapsed: int


# An enumeration's members are looked up and found in a set slowly, and there are 100,000 answers.
_NEW, _LEARNING, _REVIEW, _PRACTICE = (kind.value for kind in Kind)
_PRACTISED, _RESET = What.PRACTICE.value, What.RESET.value
_ANSWERS = frozenset(what.value for what in ANSWERS)


def by_card(past: Iterable[Happened], scheduler: Scheduler) -> Iterator[tuple[str, Iterator[Review]]]:
    """The answers in what happened, oldest first, of one card after the other, as that comes."""
    stages = Stages(scheduler)
    for card, rows in groupby(past, itemgetter(0)):
        yield card, _of_card(rows, stages)


def _of_card(rows: Iterable[Happened], stages: Stages) -> Iterator[Review]:
    stage, last = stages.first, None
    for card, quarter, day, what, grade, milliseconds, mistake, learned in rows:
        if grade is not None:
            elapsed = (day - last).days if last else 0
            kind = _PRACTICE if what == _PRACTISED else _kind(stage, last, day)
            yield Review(card, quarter, day, grade, milliseconds, mistake, kind, stage.interval, elapsed)
        if grade is not None and what in _ANSWERS:
            stage, last = stage.after(grade), day
        elif what == _RESET:
            stage, last = stages.first, None
        elif learned is not None:
            stage, last = stages.of(learned), learned.due and learned.due - timedelta(days=learned.interval)


def _kind(stage: Stage, last: date | None, day: date) -> str:
    if last is None:
        return _NEW
    return _REVIEW if stage.is_kept and last < day else _LEARNING
