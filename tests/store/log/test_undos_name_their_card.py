"""An undo takes back a row of its own card, and no other: wherever rows are counted, told or taken back."""

from datetime import timedelta

import pytest

from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.copies.inspection import days_to_come
from quizapp.store.engines.database import Place
from quizapp.store.values import LogRow
from tests.conftest import ENGINES, NOW
from tests.store.rows import good, row

pytestmark = pytest.mark.parametrize("place", ENGINES, indirect=True)

ANSWER = good("t/a", NOW + timedelta(days=3), milliseconds=9000)
DAY = ANSWER.entry.day
STRANGE = row("t/b", What.UNDO, at=ANSWER.entry.at + timedelta(seconds=1), undoes=ANSWER.entry.uuid)


@pytest.fixture
def logged(collection: Collection) -> Collection:
    """An answer to a card, and what another machine wrote: an undo of it that is about another card."""
    collection.append([ANSWER])
    collection.append([STRANGE])
    return collection


def test_the_answer_schedules_and_is_counted(logged: Collection) -> None:
    assert logged.standing("t/a").answered == DAY
    assert [found.card for found in logged.grown(None).now] == ["t/a"]
    assert logged.activity().answers == {DAY: 1}
    assert logged.activity().seconds_an_answer == 9


def test_the_answer_may_be_taken_back(logged: Collection) -> None:
    logged.device = ANSWER.device
    with logged.turn() as turn:
        assert turn.deeds(DAY) == [ANSWER]


def test_the_answer_is_told_where_its_day_has_not_come(logged: Collection, place: Place) -> None:
    assert days_to_come(place, NOW.date()) == {"t/a": DAY}


def test_counts_of_some_cards_are_those_of_all(logged: Collection) -> None:
    """What statistics count anew are the cards of new rows alone."""
    more: LogRow = good("t/b", NOW + timedelta(days=4))
    logged.append([more])
    assert [found.card for found in logged.grown(None).now] == ["t/a", "t/b"]
