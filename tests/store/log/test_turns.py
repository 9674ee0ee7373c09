"""A session's turn: rows appended to a card as it was shown, though another program may have been at it since."""

from datetime import timedelta

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.log.record import Overtaken
from quizapp.store.values import LogRow
from tests.conftest import ENGINES, NOW
from tests.store.rows import good, row, undo

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)
NEXT = NOW + timedelta(days=1)
CHANGES = [
    [row("t/a", What.SUSPEND)],
    [row("t/a", What.BURY, at=NEXT)],
    [row("t/a", What.PRACTICE, Grade.GOOD)],
    [row("t/a", What.SUSPEND, at=NEXT + timedelta(hours=2))],
]
"""What another program may do to a card and leave its memory as it is; at last, by a clock that is ahead."""


@pytest.fixture
def learned(collection: Collection) -> Collection:
    """A collection with one card answered."""
    collection.append([good("t/a", NOW)])
    return collection


def append(collection: Collection, *rows: LogRow, between: list[LogRow]) -> None:
    """Rows of a card as it was shown before what came between."""
    shown = collection.standing("t/a")
    collection.append(between)
    with collection.turn() as turn:
        turn.append(rows, shown)


def test_a_card_that_nobody_touched_is_moved_on(learned: Collection) -> None:
    append(learned, good("t/a", NEXT), row("t/a", What.SUSPEND, at=NEXT + timedelta(hours=1)), between=[])
    assert (learned.standing("t/a").memory.interval, learned.standing("t/a").suspended) == (6, True)
    assert learned.differences() == []


@pytest.mark.parametrize("between", CHANGES)
def test_what_another_program_decided_meanwhile_stays(learned: Collection, between: list[LogRow]) -> None:
    append(learned, good("t/a", NEXT + timedelta(hours=1)), between=between)
    assert learned.differences() == []
    assert learned.standing("t/a").memory.interval == 6


def test_a_row_that_is_there_already_and_was_taken_back_does_not_count(learned: Collection) -> None:
    again = good("t/a", NEXT)
    learned.append([again])
    learned.append([undo(again)])
    append(learned, again, between=[])
    assert learned.standing("t/a").memory.interval == 1
    assert learned.differences() == []


def test_an_answer_to_another_memory_is_not_kept(learned: Collection) -> None:
    with pytest.raises(Overtaken):
        append(learned, good("t/a", NEXT + timedelta(hours=1)), between=[good("t/a", NEXT)])
    assert len(learned.history("t/a")) == 2


def test_what_is_decided_of_a_card_that_was_answered_meanwhile_is_kept(learned: Collection) -> None:
    append(learned, row("t/a", What.SUSPEND, at=NEXT + timedelta(hours=1)), between=[good("t/a", NEXT)])
    assert (learned.standing("t/a").memory.interval, learned.standing("t/a").suspended) == (6, True)
    assert learned.differences() == []


def test_a_card_begun_or_new_again_is_marked(learned: Collection) -> None:
    append(learned, row("t/a", What.RESET, at=NEXT), between=[])
    assert learned.standing("t/a").introduced is None
    append(learned, good("t/a", NEXT + timedelta(hours=1)), between=[])
    assert learned.standing("t/a").introduced == NEXT.date()
    assert learned.differences() == []
