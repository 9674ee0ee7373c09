"""Figures from a day on."""

from datetime import timedelta

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.store.collection import Collection
from quizapp.study.statistics.figures import Statistics
from quizapp.study.statistics.whole import statistics
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good, row

DAY = timedelta(days=1)


@pytest.fixture
def learning(collection: Collection) -> Collection:
    """Two cards; one was answered on three days in a row and forgotten yesterday, one begun today."""
    root = write_cards(collection.path.parent / "cards", {"1-a/x.md": questions("p", "q")})
    collection.read_folders([root], NOW)
    collection.append(
        [
            good("x/p", NOW - 3 * DAY, milliseconds=1000),
            good("x/p", NOW - 2 * DAY, milliseconds=2000),
            row("x/p", at=NOW - DAY, grade=Grade.AGAIN, milliseconds=3000),
            good("x/q", NOW, milliseconds=4000),
        ]
    )
    return collection


def _since(collection: Collection, days: int) -> Statistics:
    return statistics(collection, NOW, since=(NOW - days * DAY).date())


def test_answers_before_the_day_are_not_counted(learning: Collection) -> None:
    found = _since(learning, 1)
    assert [day.answers for day in found.days] == [1, 1]
    assert (found.retention.all.asked, found.retention.all.recalled) == (1, 0)
    assert (found.grades[1], found.grades[4]) == (1, 1)
    assert (found.time.total, found.time.an_answer) == (7, 3.5)
    assert sum(hour.asked for hour in found.hours) == 2


def test_what_stands_as_it_is_does_not_depend_on_the_day(learning: Collection) -> None:
    everything, found = statistics(learning, NOW), _since(learning, 0)
    assert (found.ready, found.readiness) == (everything.ready, everything.readiness)
    assert (found.forecast, found.maturity, found.easiness) == (
        everything.forecast,
        everything.maturity,
        everything.easiness,
    )
    assert (found.streak.now, found.streak.longest, found.streak.days) == (4, 4, 1)


def test_a_day_before_all_answers_changes_nothing(learning: Collection) -> None:
    found = _since(learning, 400)
    assert found.since == (NOW - 400 * DAY).date()
    assert found.model_copy(update={"since": None}) == statistics(learning, NOW)


def test_of_some_decks_the_streak_is_theirs(learning: Collection) -> None:
    write_cards(learning.path.parent / "cards", {"2-b/y.md": questions("r")})
    learning.read_folders([learning.path.parent / "cards"], NOW)
    learning.append([good("y/r", NOW - 9 * DAY), good("y/r", NOW - 8 * DAY)])
    found = [statistics(learning, NOW, [deck], since=NOW.date()).streak for deck in ("1-a", "2-b")]
    assert [(streak.now, streak.longest, streak.days) for streak in found] == [(4, 4, 1), (0, 2, 0)]
