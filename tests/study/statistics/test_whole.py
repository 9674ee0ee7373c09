"""All figures of a collection."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.store.collection import Collection
from quizapp.store.values import Lapsed
from quizapp.study.statistics.figures import DayFigures, Statistics
from quizapp.study.statistics.whole import AHEAD, easiness, forecast, leeches, maturity, overdue, statistics, streak
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good, row, undo
from tests.study.statistics.past import day, stand


@pytest.fixture
def learning(collection: Collection, home: object) -> Collection:
    """Two decks of two cards; one card of each was answered, one of them three days ago."""
    root = write_cards(
        collection.path.parent / "cards", {"1-a/x.md": questions("p", "q"), "2-b/y.md": questions("r", "s")}
    )
    collection.read_folders([root], NOW)
    taken = good("y/s")
    collection.append([good("x/p", NOW - timedelta(days=3)), good("y/r", milliseconds=2000), taken, undo(taken)])
    return collection


def test_figures_come_from_the_log_and_the_schedule(learning: Collection) -> None:
    found = statistics(learning, NOW + timedelta(hours=1))
    assert found.today == DayFigures(day=NOW.date(), answers=1, new=1, seconds=2)
    assert (found.due, found.overdue, [ahead.due for ahead in found.forecast[:3]]) == (1, 1, [0, 1, 0])
    assert (found.streak.now, found.streak.days) == (1, 2)
    assert (found.maturity.new, found.maturity.young) == (2, 2)
    assert [(topic.topic, topic.seen, topic.cards) for topic in found.readiness] == [("x", 1, 2), ("y", 1, 2)]
    assert found.ready.today == pytest.approx((0.9**3 + 1) / 4)


def test_of_one_deck_nothing_else_is_told(learning: Collection) -> None:
    found = statistics(learning, NOW, decks=["2-b"], on=NOW.date() + timedelta(days=2))
    assert [known.day for known in found.days] == [NOW.date()]
    assert [topic.topic for topic in found.readiness] == ["y"]
    assert found.ready.on == pytest.approx(0.9**2 / 2)
    assert found.maturity.new == 1


def test_an_empty_collection_has_figures_too(collection: Collection) -> None:
    found = statistics(collection, NOW)
    assert (found.due, len(found.forecast), found.ready.today, found.streak.longest) == (0, AHEAD, 0, 0)


def test_answers_to_cards_that_are_gone_still_count_as_answers(learning: Collection) -> None:
    learning.append([row("gone/card", grade=Grade.AGAIN)])
    found = statistics(learning, NOW + timedelta(hours=1))
    assert found.today.answers == 2
    assert sum(found.grades.values()) == 3


def test_figures_come_back_from_their_json(learning: Collection) -> None:
    found = statistics(learning, NOW, on=NOW.date())
    data = found.model_dump(mode="json")
    assert data["retention"]["all"] == {"asked": 0, "recalled": 0, "share": None}
    assert set(data) == set(Statistics.model_fields)


def test_a_streak_goes_on_until_a_whole_day_was_missed() -> None:
    days = [day(number) for number in (0, 1, 2, 5, 6)]
    assert (streak(days, day(6)).now, streak(days, day(7)).now, streak(days, day(8)).now) == (2, 2, 0)
    assert (streak(days, day(6)).longest, streak(days, day(6)).days) == (3, 5)
    assert streak([], day(0)).now == 0


@given(st.sets(st.integers(0, 40)))
def test_the_longest_streak_is_the_longest_run_of_days(numbers: set[int]) -> None:
    days = [day(number) for number in sorted(numbers)]
    runs = "".join("x" if number in numbers else " " for number in range(41)).split()
    assert streak(days, day(50)).longest == max(map(len, runs), default=0)


def test_what_is_overdue_stands_apart_and_what_is_suspended_is_not_due() -> None:
    stands = Counter(
        [
            stand(due=-9),
            stand(due=-9, suspended=True),
            stand(due=0),
            *[stand(due=2)] * 3,
            stand(due=1, suspended=True),
            stand(due=None),
            stand(due=900),
        ]
    )
    found = forecast(stands, day(0))
    assert (len(found), found[0].day, found[-1].day) == (AHEAD, day(0), day(AHEAD - 1))
    assert {ahead.day: ahead.due for ahead in found if ahead.due} == {day(0): 1, day(2): 3}
    assert overdue(stands, day(0)) == 1


def test_each_card_stands_in_one_place() -> None:
    stands = {
        stand(due=None): 1,
        stand(due=0, repetitions=0): 1,
        stand(due=0, interval=30, unsettled=True): 1,
        stand(due=0, interval=20): 1,
        stand(due=0, interval=21): 4,
        stand(due=0, interval=40, suspended=True): 1,
        stand(due=None, suspended=True): 1,
    }
    found = maturity(stands, 3)
    assert (found.new, found.learning, found.young, found.mature, found.suspended) == (1 + 3, 2, 1, 4, 2)


def test_easiness_is_told_in_tenths_of_what_was_answered() -> None:
    stands = Counter(stand(due=0, easiness=value) for value in (130, 139, 250, 259, 260))
    assert easiness(stands + Counter([stand(due=None)])) == {"1.3": 2, "2.5": 2, "2.6": 1}


def test_leeches_come_the_worst_first() -> None:
    cards = [Lapsed(card, "deck", lapses) for card, lapses in (("b", 8), ("c", 12), ("a", 8))]
    assert [(leech.card, leech.lapses) for leech in leeches(cards)] == [("c", 12), ("a", 8), ("b", 8)]


def test_the_day_begins_when_the_learner_says(learning: Collection) -> None:
    early = datetime.combine(NOW.date() + timedelta(days=1), datetime.min.time(), NOW.tzinfo) + timedelta(hours=3)
    assert statistics(learning, early).today.day == NOW.date()
    learning.append([row("x/q", What.ANSWER, Grade.GOOD, at=early)])
    assert statistics(learning, early).today.answers == 2


def test_readiness_is_told_for_the_day_that_was_asked_for(learning: Collection) -> None:
    assert statistics(learning, NOW, on=date(2026, 5, 1)).on == date(2026, 5, 1)


def test_a_day_ahead_of_today_breaks_no_streak() -> None:
    days = [day(number) for number in (0, 1, 2, 900)]
    assert [streak(days, day(number)).now for number in (2, 3, 4)] == [3, 3, 0]
    assert streak([day(4), day(5)], day(4)).now == 1


def test_a_topic_is_as_ready_among_its_own_deck_as_among_all(learning: Collection) -> None:
    learning.append([row("y/r", grade=Grade.AGAIN, at=NOW + timedelta(days=2))])
    then = NOW + timedelta(days=3)
    alone, all_ = (statistics(learning, then, decks).readiness[0] for decks in (["1-a"], []))
    assert alone == all_
