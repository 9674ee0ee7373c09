"""Figures that are counted from answers."""

from datetime import timedelta, timezone
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.log import What
from quizapp.scheduling.sm2 import SM2
from quizapp.store.values import Happened
from quizapp.study.statistics import telling
from quizapp.study.statistics.clock import Clock
from quizapp.study.statistics.counting import INTERVALS, Counts
from quizapp.study.statistics.figures import Retention, Share, TimeFigures
from quizapp.study.statistics.ground import Ground
from quizapp.study.statistics.reviews import by_card
from tests.study.statistics.past import answer, day


def _by_deck(*rows: Happened, zone: timezone = timezone.utc) -> Ground:  # noqa: UP017 (a type is wanted)
    counts = {deck: Counts() for deck in ("one", "two")}
    for card, reviews in by_card(rows, SM2()):
        counts["one" if card == "a" else "two"].count(list(reviews), Clock(zone))
    return Ground([], [], [], counts, counts)


def _counts(*rows: Happened, zone: timezone = timezone.utc) -> Counts:  # noqa: UP017 (a type is wanted)
    return _by_deck(*rows, zone=zone).whole


def _retention(*rows: Happened) -> Retention:
    found = _by_deck(*rows)
    return telling.retention(found.whole, found.counts)


def _time(*rows: Happened) -> TimeFigures:
    found = _by_deck(*rows)
    return telling.time(found.whole, found.counts)


def test_a_day_tells_its_answers_its_new_cards_its_time_and_its_reviews() -> None:
    rows = answer("a", 0, seconds=5), answer("a", 1, 1, seconds=7), answer("a", 1, hour=10), answer("b", 1, seconds=3)
    first, second = telling.days(_counts(*rows))
    assert (first.day, first.answers, first.new, first.seconds, first.reviews) == (day(0), 1, 1, 5, Share())
    assert (second.answers, second.new, second.seconds) == (3, 1, 10)
    assert second.reviews == Share(asked=1, recalled=0)


def test_retention_tells_months_decks_intervals_and_maturity_apart() -> None:
    on = (0, 1, 7, 22, 60)  # intervals 1, 6, 15, 38 were set before the last four
    rows = [answer("a", number) for number in on[:-1]] + [answer("a", on[-1], 1), answer("b", 0), answer("b", 40, 1)]
    found = _retention(*rows)
    assert found.all == Share(asked=5, recalled=3)
    assert (found.young, found.mature) == (Share(asked=4, recalled=3), Share(asked=1, recalled=0))
    assert found.months == {"2026-01": Share(asked=3, recalled=3), "2026-02": Share(asked=1), "2026-03": Share(asked=1)}
    assert found.decks == {"one": Share(asked=4, recalled=3), "two": Share(asked=1)}
    asked = {(part.first, part.last): part.reviews for part in found.intervals if part.reviews.asked}
    assert asked == {
        (1, 1): Share(asked=2, recalled=1),
        (2, 6): Share(asked=1, recalled=1),
        (7, 20): Share(asked=1, recalled=1),
        (21, 59): Share(asked=1, recalled=0),
    }


def test_practice_is_time_and_answers_but_no_grade_and_no_retention() -> None:
    rows = answer("a", 0), answer("a", 3, 1, what=What.PRACTICE, seconds=4)
    assert telling.grades(_counts(*rows)) == {0: 0, 1: 0, 2: 0, 3: 0, 4: 1, 5: 0}
    assert _retention(*rows).all == Share()
    assert _time(*rows).total == 4
    assert [found.answers for found in telling.days(_counts(*rows))] == [1, 1]


def test_hours_are_those_of_the_learners_clock() -> None:
    counts = _counts(answer("a", 0, hour=23), zone=timezone(timedelta(hours=8)))
    assert [hour for hour, share in enumerate(telling.hours(counts)) if share.asked] == [7]


def test_mistakes_come_by_name_the_most_frequent_first() -> None:
    rows = [
        answer("a", 0, 1, mistake="stride"),
        answer("a", 1, 1, mistake="no-bias"),
        answer("a", 4, 1, mistake="no-bias", what=What.PRACTICE),
        answer("b", 2, 1, mistake="no-bias"),
    ]
    found = telling.mistakes(_counts(*rows))
    assert [(mistake.name, mistake.times, mistake.last) for mistake in found] == [
        ("no-bias", 3, day(4)),
        ("stride", 1, day(0)),
    ]
    assert list(found[0].cards.items()) == [("a", 2), ("b", 1)]


def test_time_is_a_mean_of_the_days_and_a_median_of_what_was_timed() -> None:
    rows = answer("a", 0, seconds=2), answer("a", 1, seconds=4), answer("a", 7, seconds=30), answer("b", 7)
    time = _time(*rows)
    assert (time.total, time.a_day, time.an_answer, time.decks) == (36, 12, 4, {"one": 36})


def test_days_of_which_no_answer_was_timed_are_none_for_the_mean() -> None:
    """Answers that another program kept no time of: years of them would make a day nothing."""
    rows = answer("a", 0, what=What.IMPORTED), answer("a", 1, what=What.IMPORTED), answer("a", 7, seconds=30)
    assert _time(*rows).a_day == 30


def test_nothing_answered_gives_no_share_and_no_mean() -> None:
    assert _retention().all.share is None
    assert (_time().total, _time().a_day, _time().an_answer) == (0, None, None)
    assert (telling.days(_counts()), list(telling.mistakes(_counts()))) == ([], [])


def test_intervals_that_are_told_apart_have_no_hole_between_them() -> None:
    ends = [last for _, last in INTERVALS]
    assert [first for first, _ in INTERVALS[1:]] == [last + 1 for last in ends[:-1] if last]
    assert (INTERVALS[0][0], ends[-1]) == (1, None)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 400), st.integers(0, 5)), max_size=40))
def test_every_part_adds_up_to_the_whole(given_: list[tuple[str, int, int]]) -> None:
    rows = sorted(
        (answer(card, on, grade) for card, on, grade in given_), key=lambda row: (row.card, row.quarter, row.day)
    )
    counts, retention = _counts(*rows), _retention(*rows)
    for parts in (
        retention.months.values(),
        retention.decks.values(),
        [part.reviews for part in retention.intervals],
        [retention.young, retention.mature],
    ):
        assert sum(part.asked for part in parts) == retention.all.asked
        assert sum(part.recalled for part in parts) == retention.all.recalled
    assert sum(telling.grades(counts).values()) == len(rows) == sum(found.answers for found in telling.days(counts))
    assert sum(hour.asked for hour in telling.hours(counts)) == len(rows)
    assert sum(found.new for found in telling.days(counts)) == len({row.card for row in rows})


@pytest.mark.parametrize("grade", range(6))
def test_from_hard_on_a_card_was_recalled(grade: int) -> None:
    share = _retention(answer("a", 0), answer("a", 1, grade)).all
    assert share == Share(asked=1, recalled=int(grade >= 3))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 60), st.integers(0, 5)), max_size=40))
def test_two_decks_together_are_what_one_deck_of_all_cards_would_be(given_: list[tuple[str, int, int]]) -> None:
    told = (answer(card, on, grade, seconds=1 + on, mistake="x" * (grade == 1)) for card, on, grade in given_)
    rows = sorted(told, key=lambda row: (row.card, row.day, row.grade))
    alone = Counts()
    for _card, reviews in by_card(rows, SM2()):
        alone.count(list(reviews), Clock(timezone.utc))  # noqa: UP017
    assert vars(_by_deck(*rows).whole) == vars(alone)


@given(st.lists(st.integers(0, 90_000), min_size=1, max_size=30))
def test_the_median_is_that_of_whole_tenths_of_a_second(milliseconds: list[int]) -> None:
    rows = [answer("a", 0, seconds=spent / 1000) for spent in milliseconds]
    timed = [spent // 100 / 10 for spent in milliseconds if spent]
    assert _time(*rows).an_answer == (pytest.approx(median(timed)) if timed else None)


@pytest.mark.parametrize(("days", "share"), [(1, 100), (9, 900), (11, 1000), (400, 1000)])
def test_beyond_ten_intervals_one_review_tells_no_more(days: int, share: int) -> None:
    rows = answer("a", 0), answer("a", days, 1)
    assert _counts(*rows).outcomes == {(False, share, False): 1}


def test_a_deck_without_reviews_has_no_retention() -> None:
    assert set(_retention(answer("a", 0), answer("a", 1), answer("b", 0)).decks) == {"one"}
