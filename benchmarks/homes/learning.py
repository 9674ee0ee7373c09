"""A past for cards to measure with: answers over a year, each given when its card was due.

Of twenty cards four are due today, five will be later, and eleven are new; there are two answers a card on the mean.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import UUID

from benchmarks.homes.cards import NOW
from benchmarks.homes.states import State, state_of
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.sm2 import SM2
from quizapp.scheduling.uuids import uuid7
from quizapp.store.collection import Collection
from quizapp.store.values import LogRow

_OVERDUE = 10
"""Days. No card is overdue by more."""
_YEAR = 365
_ANSWERS = {State.DUE: (1, 2, 3, 4), State.LATER: (5, 6, 7)}
"""How many answers a card has, each as likely as the others."""
_GRADES, _WEIGHTS = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY), (12, 10, 68, 10)
_PORTION = 20_000


def learn(collection: Collection, cards: Sequence[str], seed: int = 1) -> int:
    """Appends the past of these cards, folded as the program folds it. How many answers it has.

    Another seed is another machine: other answers, to other moments.
    """
    rows = iter(sorted(_rows(cards, random.Random(seed)), key=lambda row: row.entry.order))  # noqa: S311
    count = 0
    while some := list(islice(rows, _PORTION)):
        count += collection.append(some)
    return count


def _rows(cards: Sequence[str], chance: random.Random) -> Iterator[LogRow]:
    device = str(UUID(int=chance.getrandbits(128)))
    for number, card in enumerate(cards):
        for day, grade in _answers(chance, state_of(number)):
            at = NOW - timedelta(days=(NOW.date() - day).days, seconds=chance.randrange(7_200))
            yield _row(card, at, grade, chance, device)


def _row(card: str, at: datetime, grade: Grade, chance: random.Random, device: str) -> LogRow:
    uuid = uuid7(at, chance.getrandbits(74))
    answered = {"right": grade >= Grade.HARD}
    return LogRow(
        Entry(uuid, card, at, at.date(), What.ANSWER, grade), chance.randrange(1_500, 20_000), answered, device
    )


def _answers(chance: random.Random, state: State) -> list[tuple[date, Grade]]:
    """Days and grades of a card's answers, so far back that it is due by now, or that it is not: none today."""
    if state is State.NEW:
        return []
    count = chance.choice(_ANSWERS[state])
    grades = [*chance.choices(_GRADES, _WEIGHTS, k=max(count - 2, 0)), *[Grade.GOOD] * min(count, 2)]
    days = _days(grades)
    *_, last, due = days
    since = (
        (due - last).days + chance.randrange(_OVERDUE) if state is State.DUE else chance.randrange(1, (due - last).days)
    )
    first = NOW.date() - timedelta(days=since + (last - days[0]).days)
    if (NOW.date() - first).days >= _YEAR:
        return _answers(chance, state)
    return [(first + (day - days[0]), grade) for day, grade in zip(days, grades, strict=False)]


def _days(grades: Sequence[Grade]) -> list[date]:
    """The days on which a card is answered so, from any day on, and the one on which it is due then."""
    scheduler, memory, days = SM2(), SM2().first(), [date(2000, 1, 1)]
    for grade in grades:
        memory = scheduler.next(memory, grade, days[-1])
        assert memory.due is not None, "it was answered"
        days.append(max(memory.due, days[-1] + timedelta(days=1)))
    return days
