"""The schedule written anew from the log, and what is told of it; answers of days to come."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.copies.inspection import days_to_come, differences
from quizapp.store.engines.database import Place
from quizapp.store.engines.engine import writing
from quizapp.store.log.folding import Rebuilt
from quizapp.store.schema import tables
from tests.conftest import ENGINES, NOW
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)


def test_it_is_told_what_differed_before_and_that_nothing_does_after(collection: Collection, place: Place) -> None:
    taken = good("t/b")
    collection.append([good("t/a"), taken, row("t/c", What.SUSPEND)])
    collection.append([undo(taken), row("t/d", What.ANSWER, Grade.AGAIN)])
    assert collection.rebuild() == Rebuilt([], [])
    sound = {card: collection.standing(card) for card in ("t/a", "t/b", "t/c", "t/d")}
    with writing(collection._engine) as connection:
        connection.execute(update(tables.schedule).where(tables.schedule.c.card != "t/c").values(interval=99, lapses=3))
    assert differences(place) == collection.differences() == ["t/a", "t/b", "t/d"]
    assert collection.rebuild() == Rebuilt(["t/a", "t/b", "t/d"], [])
    assert {card: collection.standing(card) for card in sound} == sound
    assert differences(place) == []


def test_answers_of_days_to_come_are_told_unless_they_were_taken_back(collection: Collection, place: Place) -> None:
    ahead = NOW + timedelta(days=40)
    taken = good("t/b", ahead)
    collection.append(
        [good("t/a"), good("t/a", ahead), good("t/a", ahead + timedelta(days=2)), taken, good("t/c", ahead)]
    )
    collection.append([undo(taken, ahead + timedelta(days=1)), row("t/c", What.RESET, at=ahead + timedelta(days=1))])
    assert days_to_come(place, NOW.date() + timedelta(days=1)) == {"t/a": ahead.date()}


def test_so_are_answers_of_another_program_and_such_as_count_again(collection: Collection, place: Place) -> None:
    """A reset that was taken back leaves the answers before it."""
    ahead = NOW + timedelta(days=40)
    reset = row("t/b", What.RESET, at=ahead + timedelta(days=1))
    collection.append([row("t/a", What.IMPORTED, Grade.GOOD, ahead), good("t/b", ahead), reset])
    assert days_to_come(place, NOW.date()) == {"t/a": ahead.date()}
    collection.append([undo(reset)])
    assert days_to_come(place, NOW.date()) == {"t/a": ahead.date(), "t/b": ahead.date()}
