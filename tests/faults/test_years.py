"""Years of daily use: the state is its rebuild, the file stays small, and starting takes no longer than at first."""

import sqlite3
import time
from collections.abc import Iterator
from itertools import count
from sqlite3 import connect

import pytest

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade
from quizapp.store.collection import Collection
from quizapp.study.sessions.scope import Scope
from tests.conftest import write_cards
from tests.soak import drawn, rounds
from tests.study.desks import Learner

DAYS = rounds(120, 3_650)
CARDS = rounds(150, 6_000)
FILES = 10
_BYTES_A_ROW = 300
"""Of the file, its indices and the schedules included, beside the cards themselves."""
_BYTES_A_CARD = 2_000
_STEPS_A_ROW = 2
"""Of SQLite: to read a row takes three at least, so that not all of them were read."""
_TIMES = 2.5
"""Starting after all the years, beside starting after the first month."""


@pytest.fixture
def learner(where: Places) -> Iterator[Learner]:
    learner = Learner(where, Settings(bundled=False, new_per_day=10))
    yield learner
    learner.collection.close()


def test_years_of_reviews_and_edits_leave_a_sound_small_and_quick_collection(learner: Learner, where: Places) -> None:
    chance, answers, first = drawn("years"), 0, 0.0
    for day in range(DAYS):
        learner.tomorrow()
        if day % 40 == 0:
            _edit(learner, day)
        if day % 30 == 0:
            learner.restart()
        session = learner.start(Scope())
        while session.card:
            learner.answer(chance.choices(list(Grade), [1, 2, 6, 20, 50, 21])[0])
            answers += 1
            if chance.random() < 0.02:
                learner.undo()
                answers -= 1
        if day == 30:
            first = _start(learner, where)
    assert answers > 5 * CARDS
    assert learner.collection.differences() == []
    before = [learner.collection.standing(card) for card in learner.collection.ids()]
    learner.collection.rebuild()
    assert [learner.collection.standing(card) for card in learner.collection.ids()] == before
    learner.collection.checkpoint()
    assert where.database.stat().st_size < _BYTES_A_ROW * learner.collection.length() + _BYTES_A_CARD * CARDS
    assert _start(learner, where) < _TIMES * first
    assert _steps(learner, where) < _STEPS_A_ROW * learner.collection.length(), "a start reads all of the log"


def _edit(learner: Learner, day: int) -> None:
    """The files as they are from this day on: each card's answer says the day."""
    each = CARDS // FILES
    texts = {
        f"deck/file{file}.md": "".join(f"## Question {n}? {{#q{n}}}\n\nAnswer of day {day}.\n\n" for n in range(each))
        for file in range(FILES)
    }
    write_cards(learner.where.cards, texts)
    learner.collection.read_folders([learner.where.cards], learner.now)


def _start(learner: Learner, where: Places) -> float:
    """Processor time, in seconds, from a closed collection to the first card: the least of a few starts."""

    def once() -> float:
        learner.collection.close()
        start = time.process_time()
        _to_the_first_card(learner, where)
        return time.process_time() - start

    once()
    return min(once() for _ in range(5))


def _steps(learner: Learner, where: Places) -> int:
    """How many steps SQLite takes for the same."""
    taken = count()
    learner.collection.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3.dbapi2, "connect", lambda *of, **named: _counted(connect(*of, **named), taken))
        _to_the_first_card(learner, where)
    return next(taken)


def _counted(connection: sqlite3.Connection, taken: "count[int]") -> sqlite3.Connection:
    connection.set_progress_handler(lambda: next(taken) < 0, 1)
    return connection


def _to_the_first_card(learner: Learner, where: Places) -> None:
    learner.collection = Collection(where.database, where.backups, learner.now)
    learner.collection.read_folders([where.cards], learner.now)
    learner.start(Scope())
